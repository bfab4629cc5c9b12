import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countsOn,
  growth,
  isMemberOn,
  overlaps,
  type Spell,
  spellOn,
  spellState,
} from "@/domain/members/rules";
import { addDays } from "@/lib/time";

const spell = (joinedOn: string, leftOn: string | null = null): Spell => ({
  joinedOn,
  joinedPrecision: "day",
  leftOn,
  leftPrecision: leftOn ? "day" : null,
});

const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays("2019-01-01", n));
const spells = fc
  .tuple(days, fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }))
  .map(([from, length]) => spell(from, length === null ? null : addDays(from, length)));

describe("a spell", () => {
  test("counts from the day of joining, and no more on the day of leaving", () => {
    const once = [spell("2021-04-23", "2023-01-01")];
    expect(isMemberOn(once, "2021-04-22")).toBe(false);
    expect(isMemberOn(once, "2021-04-23")).toBe(true);
    expect(isMemberOn(once, "2022-12-31")).toBe(true);
    expect(isMemberOn(once, "2023-01-01")).toBe(false);
  });

  test("known only as 'by' a day counts from that day, when it is certain", () => {
    const certain: Spell = { ...spell("2021-09-14"), joinedPrecision: "by" };
    expect(isMemberOn([certain], "2021-09-13")).toBe(false);
    expect(isMemberOn([certain], "2021-09-14")).toBe(true);
  });

  test("may begin on the day another ended, and leaving and coming back are two", () => {
    const [first, second] = [spell("2019-09-23", "2021-01-01"), spell("2021-01-01")];
    expect(overlaps(first, second)).toBe(false);
    expect(spellOn([first, second], "2020-12-31")).toBe(first);
    expect(spellOn([first, second], "2021-01-01")).toBe(second);
  });

  test("overlaps another exactly where some day belongs to both", () => {
    fc.assert(
      fc.property(spells, spells, (a, b) => {
        const candidates = [a.joinedOn, b.joinedOn];
        const shared = candidates.some((day) => isMemberOn([a], day) && isMemberOn([b], day));
        expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(b, a)).toBe(shared);
      }),
    );
  });
});

describe("counts", () => {
  const members = fc.array(
    fc.record({ kind: fc.constantFrom("country" as const, "company" as const), spells: fc.array(spells) }),
  );

  test("of every day are the sum of the members of that day", () => {
    fc.assert(
      fc.property(members, days, (all, day) => {
        const counts = countsOn(all, day);
        const sum = (counts.country ?? 0) + (counts.company ?? 0);
        expect(sum).toBe(all.filter((member) => isMemberOn(member.spells, day)).length);
      }),
    );
  });

  test("on any day are those of the last change before it", () => {
    fc.assert(
      fc.property(members, days, (all, day) => {
        const steps = growth(all, day);
        expect(steps.at(-1)?.counts ?? {}).toEqual(countsOn(all, day));
        expect(steps.map((step) => step.day)).toEqual([...new Set(steps.map((step) => step.day))].toSorted());
      }),
    );
  });

  test("leave out what comes after the day they are told for", () => {
    const all = [{ kind: "country" as const, spells: [spell("2019-09-23"), spell("2030-01-01")] }];
    expect(growth(all, "2026-01-01")).toEqual([{ day: "2019-09-23", counts: { country: 1 } }]);
  });
});

test("what a spell is to the public follows from its moments", () => {
  const at = new Date("2026-06-01T10:00:00Z");
  const later = new Date("2026-06-01T10:00:01Z");
  expect(spellState({ publicFrom: null, withdrawnAt: null }, at)).toBe("draft");
  expect(spellState({ publicFrom: later, withdrawnAt: null }, at)).toBe("embargoed");
  expect(spellState({ publicFrom: at, withdrawnAt: null }, at)).toBe("published");
  expect(spellState({ publicFrom: at, withdrawnAt: later }, at)).toBe("published");
  expect(spellState({ publicFrom: at, withdrawnAt: later }, later)).toBe("withdrawn");
  expect(spellState({ publicFrom: null, withdrawnAt: at }, at)).toBe("withdrawn");
});
