import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { organisationKinds, participationClasses, participationLevels } from "@/db/enums";
import { awaiting, byAge, type Counted, composition, runningTotals } from "@/domain/figures/rules";

const counted: fc.Arbitrary<Counted> = fc.record({
  level: fc.constantFrom(...participationLevels),
  class: fc.constantFrom(...participationClasses),
  kind: fc.option(fc.constantFrom(...organisationKinds)),
  country: fc.option(fc.constantFrom("SE", "IN", "US", "AQ", "XX")),
  approved: fc.nat(50),
  pending: fc.nat(50),
});

describe("who comes", () => {
  it("adds up to the same by level, class, kind and region", () => {
    fc.assert(
      fc.property(fc.array(counted), (rows) => {
        const total = (list: readonly { approved: number; pending: number }[]) => [
          list.reduce((sum, row) => sum + row.approved, 0),
          list.reduce((sum, row) => sum + row.pending, 0),
        ];
        for (const list of Object.values(composition(rows))) expect(total(list)).toEqual(total(rows));
      }),
    );
  });

  it("stands in protocol's order, without what nobody has", () => {
    const row = { class: "delegate", kind: null, approved: 1, pending: 0 } as const;
    const { level, kind, region } = composition([
      { ...row, level: "other", country: "SE" },
      { ...row, level: "head_of_state", country: "ZA" },
      { ...row, level: "minister", country: null, approved: 0, pending: 2 },
      { ...row, level: "vice_minister", country: "IN", approved: 0 },
    ]);
    expect(level.map((share) => share.key)).toEqual(["head_of_state", "minister", "other"]);
    expect(kind).toEqual([{ key: "unknown", approved: 2, pending: 2 }]);
    expect(region).toEqual([
      { key: "africa", approved: 1, pending: 0 },
      { key: "europe", approved: 1, pending: 0 },
      { key: "unknown", approved: 0, pending: 2 },
    ]);
  });
});

describe("registrations over time", () => {
  it("add up, in the order of days", () => {
    expect(
      runningTotals([
        { day: "2026-03-02", registered: 2, approved: 1 },
        { day: "2026-02-28", registered: 1, approved: 0 },
        { day: "2026-03-10", registered: 0, approved: 2 },
      ]),
    ).toEqual([
      { day: "2026-02-28", registered: 1, approved: 0 },
      { day: "2026-03-02", registered: 3, approved: 1 },
      { day: "2026-03-10", registered: 3, approved: 3 },
    ]);
  });
});

describe("what awaits a decision", () => {
  it("is put into each age once", () => {
    const waiting = fc.record({ state: fc.constantFrom(...awaiting), days: fc.nat(400), count: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(waiting), (rows) => {
        const ages = byAge(rows);
        expect(ages.reduce((sum, row) => sum + row.total, 0)).toBe(
          rows.reduce((sum, row) => sum + row.count, 0),
        );
        for (const age of ages) expect(Object.values(age.states).reduce((a, b) => a + b, 0)).toBe(age.total);
      }),
    );
  });

  it("counts a day as the first of the next age", () => {
    const at = (days: number) =>
      byAge([{ state: "submitted", days, count: 1 }]).find((row) => row.total > 0)?.age;
    expect([0, 1, 2, 3, 6, 7, 13, 14, 300].map(at)).toEqual([
      "day",
      "days",
      "days",
      "week",
      "week",
      "fortnight",
      "fortnight",
      "longer",
      "longer",
    ]);
  });
});
