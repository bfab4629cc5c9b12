import fc from "fast-check";
import { expect, it } from "vitest";
import { isPublic } from "@/domain/publication/rules";

const at = new Date("2026-06-10T09:00:00Z");
const away = (milliseconds: number) => new Date(at.getTime() + milliseconds);

it.each([
  ["never published", null, null, false],
  ["from a moment to come", away(1), null, false],
  ["from this very moment", at, null, true],
  ["since a moment ago", away(-1), null, true],
  ["withdrawn at this very moment", away(-1), at, false],
  ["withdrawn a moment ago", away(-2), away(-1), false],
  ["to be withdrawn in a moment", away(-1), away(1), true],
  ["withdrawn before its time came", away(1), away(-1), false],
] as const)("%s", (_, publicFrom, withdrawnAt, expected) => {
  expect(isPublic({ publicFrom, withdrawnAt }, at)).toBe(expected);
});

it("is public in one stretch: from its instant, to its withdrawal", () => {
  const moment = fc.integer({ min: -50, max: 50 });
  const item = fc.record({ from: moment, gone: fc.option(moment, { nil: null }) });
  fc.assert(
    fc.property(item, ({ from, gone }) => {
      const publication = { publicFrom: away(from), withdrawnAt: gone === null ? null : away(gone) };
      const seen = Array.from({ length: 121 }, (_, n) => n - 60).filter((n) =>
        isPublic(publication, away(n)),
      );
      const length = Math.max(0, (gone ?? 61) - from);
      expect(seen).toEqual(Array.from({ length }, (_, n) => from + n));
    }),
  );
});
