import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReleasedItem } from "@/db/schema/agenda";
import { type Change, difference, newsByPerson } from "@/domain/agenda/difference";
import { following } from "@/domain/agenda/freeze";

const part = (personId: string, role: ReleasedItem["people"][number]["role"] = "speaker") => ({
  personId,
  role,
  presence: "in_person" as const,
  onBehalfOf: null,
});
const base: ReleasedItem = {
  id: "a",
  kind: "panel",
  title: { en: "Steel" },
  abstract: {},
  room: { id: "r", name: "Vättern", building: "" },
  startsAt: "2026-06-10T08:00:00.000Z",
  endsAt: "2026-06-10T09:00:00.000Z",
  audience: "public",
  attribution: "on_record",
  languages: [],
  statementIds: [],
  announcementIds: [],
  people: [part("p")],
  sequence: 0,
};
const kinds = (after: Partial<ReleasedItem>) =>
  difference([base], [{ ...base, ...after }]).flatMap((one) => one.kinds);

describe("the difference between two releases", () => {
  it("has a word for what changed", () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ startsAt: "2026-06-10T08:15:00.000Z", sequence: 1 })).toEqual(["moved"]);
    expect(kinds({ room: { id: "r2", name: "Mälaren", building: "" } })).toEqual(["moved"]);
    expect(kinds({ title: { en: "Cement" }, people: [] })).toEqual(["people", "retitled"]);
    expect(kinds({ abstract: { en: "More" } })).toEqual(["details"]);
    expect(difference([], [base])[0]?.kinds).toEqual(["new"]);
    expect(difference([base], [])[0]?.kinds).toEqual(["cancelled"]);
  });

  const anyItem = fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e"),
    title: fc.record({ en: fc.constantFrom("Steel", "Cement") }),
    startsAt: fc.constantFrom(base.startsAt, "2026-06-10T08:30:00.000Z"),
    attribution: fc.constantFrom("on_record" as const, "closed" as const),
    people: fc
      .uniqueArray(fc.constantFrom("p", "q"), { maxLength: 2 })
      .map((ids) => ids.map((id) => part(id))),
    sequence: fc.nat(3),
  });
  const anyRelease = fc
    .uniqueArray(anyItem, { selector: (one) => one.id, maxLength: 5 })
    .map((all) => all.map((one): ReleasedItem => ({ ...base, ...one })));

  it("makes the later of the earlier: nothing is missing in it, and nothing too much", () => {
    const byId = (items: readonly ReleasedItem[]) => items.toSorted((a, b) => a.id.localeCompare(b.id));
    const apply = (items: readonly ReleasedItem[], changes: Change[]) => {
      const touched = new Set(changes.map((one) => one.id));
      return [...items.filter((one) => !touched.has(one.id)), ...changes.flatMap((one) => one.after ?? [])];
    };
    fc.assert(
      fc.property(anyRelease, anyRelease, (before, after) => {
        const changes = difference(before, after);
        expect(byId(apply(before, changes))).toEqual(byId(after));
        expect(difference(after, after)).toEqual([]);
        expect(changes.every((one) => one.kinds.length > 0)).toBe(true);
      }),
    );
  });

  it("never lets the SEQUENCE of an item fall, and lets it grow with every move", () => {
    fc.assert(
      fc.property(fc.array(anyRelease, { maxLength: 6 }), (releases) => {
        let content = following([]);
        for (const items of releases) {
          const next = following(items, content);
          const known = [...content.items, ...content.cancelled];
          for (const item of [...next.items, ...next.cancelled]) {
            const was = known.find((one) => one.id === item.id);
            if (!was) continue;
            expect(item.sequence).toBeGreaterThanOrEqual(was.sequence);
            const wasIn = content.items.includes(was);
            if (item.startsAt !== was.startsAt || wasIn !== next.items.includes(item))
              expect(item.sequence).toBeGreaterThan(was.sequence);
          }
          expect(next.cancelled.filter((one) => next.items.some((item) => item.id === one.id))).toEqual([]);
          content = next;
        }
      }),
    );
  });
});

describe("whom a release concerns", () => {
  const newsOf = (before: ReleasedItem[], after: ReleasedItem[]) =>
    Object.fromEntries(
      [...newsByPerson(difference(before, after))].map(([id, news]) => [id, news.map((one) => one.kind)]),
    );
  it("those in what is new, moved or cancelled, and those whose own part is another", () => {
    expect(newsOf([], [base])).toEqual({ p: ["new"] });
    expect(newsOf([base], [])).toEqual({ p: ["cancelled"] });
    expect(newsOf([base], [{ ...base, endsAt: "2026-06-10T09:30:00.000Z" }])).toEqual({ p: ["moved"] });
    expect(newsOf([base], [{ ...base, people: [part("p", "chair")] }])).toEqual({ p: ["part"] });
  });

  it("not those of whom nothing changed but the words, or who else is there", () => {
    expect(newsOf([base], [{ ...base, title: { en: "Cement" } }])).toEqual({});
    expect(newsOf([base], [{ ...base, people: [part("p"), part("q")] }])).toEqual({ q: ["new"] });
    expect(newsOf([base], [{ ...base, people: [part("q")] }])).toEqual({ p: ["cancelled"], q: ["new"] });
  });
});
