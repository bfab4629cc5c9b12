import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conflicts, type Placed } from "@/domain/agenda/rules";

const event = { startsAt: new Date(0), endsAt: new Date(100 * 60_000) };
const hall = { id: "hall", name: "Hall" };
const foyer = { id: "foyer", name: "Foyer" };
const item = (id: string, from: number, to: number, more: Partial<Placed> = {}): Placed => ({
  id,
  kind: "panel",
  room: null,
  startsAt: new Date(from * 60_000),
  endsAt: new Date(to * 60_000),
  people: [],
  ...more,
});

describe("conflicts of an agenda", () => {
  it("names both sides, over a room and over a person in any role", () => {
    const people = [{ id: "p" }, { id: "p" }];
    const found = conflicts(
      [item("b", 5, 15, { room: hall, people }), item("a", 0, 10, { room: hall, people })],
      event,
    );
    expect(found).toEqual([
      { kind: "room", a: "a", b: "b", room: "Hall" },
      { kind: "person", a: "a", b: "b", personId: "p" },
    ]);
  });

  it("are none where items touch, stand in different rooms, or have no room", () => {
    expect(conflicts([item("a", 0, 10, { room: hall }), item("b", 10, 20, { room: hall })], event)).toEqual(
      [],
    );
    expect(conflicts([item("a", 0, 10, { room: hall }), item("b", 5, 20, { room: foyer })], event)).toEqual(
      [],
    );
    expect(conflicts([item("a", 0, 10), item("b", 5, 20)], event)).toEqual([]);
  });

  it("name what lies outside the event, but for internal holds", () => {
    expect(conflicts([item("a", 90, 110), item("b", -10, 0, { kind: "hold" })], event)).toEqual([
      { kind: "outside", a: "a" },
    ]);
  });

  it("are found whatever the order, and every pair that overlaps in a room once", () => {
    const items = fc.array(
      fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 30 }), fc.constantFrom(hall, foyer)),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(items, (drawn) => {
        const placed = drawn.map(([from, length, room], n) => item(String(n), from, from + length, { room }));
        const pairs = placed.flatMap((a, n) =>
          placed
            .slice(n + 1)
            .filter((b) => a.room === b.room && a.startsAt < b.endsAt && b.startsAt < a.endsAt),
        );
        const told = (list: Placed[]) => conflicts(list, event).filter((one) => one.kind === "room").length;
        expect(told(placed)).toBe(pairs.length);
        expect(told(placed.toReversed())).toBe(pairs.length);
      }),
    );
  });
});
