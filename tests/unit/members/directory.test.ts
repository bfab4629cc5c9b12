import fc from "fast-check";
import { expect, test } from "vitest";
import { organisationKinds, sectors } from "@/db/enums";
import { chosen, countriesOf, ordered } from "@/domain/members/directory/rules";
import { countsOn, growth, isMemberOn } from "@/domain/members/rules";
import { addDays } from "@/lib/time";

const spell = (joinedOn: string, leftOn: string | null = null) => ({
  joinedOn,
  joinedPrecision: "day" as const,
  leftOn,
  leftPrecision: leftOn === null ? null : ("day" as const),
});

const member = (name: string, facts: object = {}) => ({
  name: { en: name },
  kind: "company" as const,
  sectors: ["steel" as const],
  country: "SE" as string | null,
  spells: [spell("2020-01-01")],
  ...facts,
});
const named = (members: readonly { name: { en: string } }[]) => members.map((one) => one.name.en);

test("kind, sector and region are asked for together; who has no country lies in no region", () => {
  const all = [
    member("Steel of Sweden"),
    member("Steel of India", { country: "IN" }),
    member("Cement", { sectors: ["cement"] }),
    member("Nowhere", { country: null }),
    member("Sweden", { kind: "country", sectors: [] }),
  ];
  expect(named(chosen(all, {}))).toHaveLength(5);
  expect(named(chosen(all, { kind: "company", sector: "steel", region: "europe" }))).toEqual([
    "Steel of Sweden",
  ]);
  expect(named(chosen(all, { region: "asia" }))).toEqual(["Steel of India"]);
  expect(countriesOf(all)).toMatchObject([{ name: { en: "Sweden" }, companies: 2 }]);
});

test("they stand by name, or by the day of the spell that is under way, names deciding between equals", () => {
  const all = [
    member("B", { spells: [spell("2019-01-01", "2020-01-01"), spell("2023-01-01")] }),
    member("C", { spells: [spell("2021-01-01")] }),
    member("A", { spells: [spell("2021-01-01")] }),
  ];
  const byName = (a: { name: { en: string } }, b: { name: { en: string } }) =>
    a.name.en.localeCompare(b.name.en);
  const order = (sort: "name" | "joined" | "-joined", day = "2026-01-01") =>
    named(ordered(all, sort, { day, byName })).join("");
  expect(order("name")).toBe("ABC");
  expect(order("joined")).toBe("ACB");
  expect(order("-joined")).toBe("BAC");
});

const day = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays("2019-01-01", n));
const lives = fc.array(
  fc.record({
    kind: fc.constantFrom(...organisationKinds),
    sectors: fc.subarray([...sectors]),
    country: fc.constantFrom("SE", "IN", "US", null),
    // Spells of one organisation that never overlap: each begins after the one before has ended.
    spells: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })), { maxLength: 3 })
      .map((gaps) => {
        let at = 0;
        return gaps.map(([gap, length], n) => {
          const from = at + gap;
          at = from + length;
          return spell(
            addDays("2019-01-01", from),
            n === gaps.length - 1 && length > 200 ? null : addDays("2019-01-01", at),
          );
        });
      }),
  }),
  { maxLength: 25 },
);

test("on any day the counts are the sum of the spells under way, and the parts add up to the whole", () => {
  fc.assert(
    fc.property(lives, day, (all, on) => {
      const running = all
        .flatMap((one) => one.spells)
        .filter((one) => one.joinedOn <= on && (one.leftOn === null || on < one.leftOn));
      const sum = (counts: Record<string, number | undefined>) =>
        Object.values(counts).reduce<number>((a, b) => a + (b ?? 0), 0);
      expect(sum(countsOn(all, on))).toBe(running.length);
      const parts = organisationKinds.map((kind) => sum(countsOn(chosen(all, { kind }), on)));
      expect(parts.reduce((a, b) => a + b, 0)).toBe(running.length);
      expect(all.filter((one) => isMemberOn(one.spells, on))).toHaveLength(running.length);
      // The chart says on every day what the directory of that day counts.
      const step = growth(all, on).at(-1);
      expect(step?.counts ?? {}).toEqual(countsOn(all, on));
    }),
  );
});
