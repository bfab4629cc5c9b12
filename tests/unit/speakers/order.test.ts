import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { speakerStates, speakingClasses } from "@/db/enums";
import { inOrder, type Ordered } from "@/domain/speakers/order";

const instant = fc.integer({ min: 0, max: 50 }).map((n) => new Date(Date.UTC(2026, 5, 10, 7, n)));

/** Somebody in any state, with times that often coincide. */
const row = fc
  .record({
    state: fc.constantFrom(...speakerStates),
    class: fc.constantFrom(...speakingClasses),
    slotAt: instant,
    absent: instant,
    pinnedTo: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null, freq: 3 }),
    startedAt: instant,
  })
  .map(({ absent, startedAt, ...one }) => ({
    ...one,
    slotClass: one.class,
    absentAt: one.state === "absent" ? absent : null,
    pinnedTo: one.state === "waiting" ? one.pinnedTo : null,
    startedAt: one.state === "speaking" || one.state === "spoken" ? startedAt : null,
  }));

const rows = fc
  .array(row, { maxLength: 14 })
  .map((all): Ordered[] => all.map((one, n) => ({ ...one, id: String(n), slotNumber: n })));

const ids = (list: readonly Ordered[]) => list.map((one) => one.id);
const rank = (one: Ordered) => speakingClasses.indexOf(one.class);
const waits = (one: Ordered) => one.state === "waiting" || one.state === "absent";

describe("the order of a speakers' list", () => {
  it("has everyone who did not withdraw once, and is the same however the rows come", () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.integer()), (all, chance) => {
        const list = inOrder(all);
        const expected = ids(all.filter((one) => one.state !== "withdrawn"));
        expect(ids(list).toSorted()).toEqual(expected.toSorted());
        const keyed = all.map((one) => ({ one, key: chance.next().value }));
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
        expect(ids(inOrder(shuffled))).toEqual(ids(list));
      }),
    );
  });

  it("has those who were heard first, as they had the floor", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const list = inOrder(all);
        const heard = list.filter((one) => !waits(one));
        expect(list.slice(0, heard.length)).toEqual(heard);
        const times = heard.map((one) => one.startedAt?.getTime() ?? 0);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });

  it("is by class, then who is there before who was absent, then by time of inscription, where nobody is pinned", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const waiting = inOrder(all.map((one) => ({ ...one, pinnedTo: null }))).filter(waits);
        waiting.forEach((b, n) => {
          const a = waiting[n - 1];
          if (!a) return;
          expect(rank(a)).toBeLessThanOrEqual(rank(b));
          if (rank(a) !== rank(b)) return;
          expect(Number(a.absentAt !== null)).toBeLessThanOrEqual(Number(b.absentAt !== null));
          if ((a.absentAt === null) !== (b.absentAt === null)) return;
          const [early, late] = [a.absentAt ?? a.slotAt, b.absentAt ?? b.slotAt];
          expect(early.getTime()).toBeLessThanOrEqual(late.getTime());
        });
      }),
    );
  });

  it("has whoever is pinned at the place, or at the first still to come, and nobody earlier than pinned", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 14 }), (all, place) => {
        const unpinned = all.map((one) => ({ ...one, pinnedTo: null }));
        const chosen = unpinned.find((one) => one.state === "waiting");
        if (!chosen) return;
        const list = inOrder(unpinned.map((one) => (one === chosen ? { ...one, pinnedTo: place } : one)));
        const heard = list.filter((one) => !waits(one)).length;
        const stands = ids(list).indexOf(chosen.id) + 1;
        expect(stands).toBe(Math.min(Math.max(place, heard + 1), list.length));
        // The others keep their order.
        const rest = ids(inOrder(unpinned)).filter((one) => one !== chosen.id);
        expect(ids(list).filter((one) => one !== chosen.id)).toEqual(rest);
      }),
    );
  });

  it("changes two places and no other where slots are exchanged", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const waiting = all.filter((one) => one.state === "waiting");
        const [a, b] = [waiting[0], waiting.at(-1)];
        if (!a || !b || a === b) return;
        const taking = (one: Ordered, of: Ordered) => ({
          ...one,
          slotClass: of.slotClass,
          slotAt: of.slotAt,
          slotNumber: of.slotNumber,
          pinnedTo: of.pinnedTo,
        });
        const swapped = all.map((one) => (one === a ? taking(a, b) : one === b ? taking(b, a) : one));
        const other = (id: string) => (id === a.id ? b.id : id === b.id ? a.id : id);
        expect(ids(inOrder(swapped))).toEqual(ids(inOrder(all)).map(other));
      }),
    );
  });

  it("sends whoever is absent to the end of their own class, behind those absent before", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const unpinned = all.map((one) => ({ ...one, pinnedTo: null }));
        const gone = unpinned.find((one) => one.state === "waiting");
        if (!gone) return;
        const late = new Date(Date.UTC(2026, 5, 11));
        const list = inOrder(
          unpinned.map((one) => (one === gone ? { ...one, state: "absent" as const, absentAt: late } : one)),
        ).filter(waits);
        const ofClass = list.filter((one) => one.class === gone.class);
        expect(ofClass.at(-1)?.id).toBe(gone.id);
      }),
    );
  });
});
