import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FormerName, nameOn, namesInOrder, obstaclesToRenaming } from "@/domain/organisations/rules";
import { addDays } from "@/lib/time";

const former = (en: string, untilOn: string): FormerName => ({ name: { en }, formalName: {}, untilOn });
const holcim = {
  name: { en: "Holcim" },
  formalName: { en: "Holcim Ltd" },
  formerNames: [former("LafargeHolcim", "2021-07-08"), former("Holcim before", "2015-07-10")],
};

describe("the name of a day", () => {
  test.each([
    ["2010-01-01", "Holcim before"],
    ["2015-07-09", "Holcim before"],
    ["2015-07-10", "LafargeHolcim"],
    ["2021-07-07", "LafargeHolcim"],
    ["2021-07-08", "Holcim"],
    ["2031-01-01", "Holcim"],
  ])("on %s is %s", (day, name) => {
    expect(nameOn(holcim, day).name).toEqual({ en: name });
  });

  test("is one name on every day, in the order in which they followed each other, however they are kept", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 4_000 }), { maxLength: 6 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 4_100 }), (ends, at) => {
        const formerNames = ends.map((n) => former(`until ${n}`, addDays("2015-01-01", n)));
        const next = ends.toSorted((a, b) => a - b).find((n) => at < n);
        const found = nameOn({ ...holcim, formerNames }, addDays("2015-01-01", at)).name.en;
        expect(found).toBe(next === undefined ? "Holcim" : `until ${next}`);
      }),
    );
  });

  test("stands in a list with since when, the latest first", () => {
    expect(namesInOrder(holcim.formerNames).map(({ fromOn, untilOn }) => [fromOn, untilOn])).toEqual([
      ["2015-07-10", "2021-07-08"],
      [null, "2015-07-10"],
    ]);
  });
});

test("a new name is another one, has come, and comes after those before", () => {
  const said = (en: string, fromOn: string) =>
    obstaclesToRenaming(holcim, { name: { en }, formalName: { en: "Holcim Ltd" }, fromOn }, "2026-06-01");
  expect(said("Amrize", "2026-06-01")).toEqual([]);
  expect(said("Amrize", "2026-06-02")).toEqual(["day_in_the_future"]);
  expect(said("Amrize", "2021-07-08")).toEqual(["named_later"]);
  expect(said("Holcim", "2024-01-01")).toEqual(["name_unchanged"]);
});
