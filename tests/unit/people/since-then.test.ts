import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsOn, sinceThen } from "@/domain/people/rules";
import { addDays } from "@/lib/time";

const held = (officeId: string, fromOn: string, toOn: string | null = null) => ({
  officeId,
  fromOn,
  fromPrecision: "day" as const,
  toOn,
});
const climate = held("climate", "2021-11-30", "2022-10-18");
const day = "2022-06-01";
const today = "2026-06-01";

describe("what has become of somebody since the day of a text", () => {
  test.each([
    ["holds the office still", [held("climate", "2021-11-30")], undefined],
    ["left it and holds none", [climate], "left"],
    ["left it and holds another", [climate, held("finance", "2022-10-18")], "changed"],
    ["left it, and the other one ended too", [climate, held("finance", "2022-10-18", "2024-01-01")], "left"],
    ["left it and came back to it", [climate, held("climate", "2024-01-01")], undefined],
    ["left it and holds one that is to begin", [climate, held("finance", "2026-06-02")], "left"],
    ["left it and holds one that begins today", [climate, held("finance", today)], "changed"],
    [
      "holds it until a day that is known and has not come",
      [held("climate", "2021-11-30", "2026-06-02")],
      undefined,
    ],
    ["holds it until today, which is the successor's", [held("climate", "2021-11-30", today)], "left"],
    ["took it up after the text", [held("climate", "2022-06-02", "2023-01-01")], undefined],
    ["left it before the text", [held("climate", "2020-01-01", day)], undefined],
    ["held two and keeps one", [climate, held("party", "2020-01-01")], "changed"],
    ["held two and left both", [climate, held("party", "2020-01-01", "2023-01-01")], "left"],
    ["never held any", [], undefined],
  ])("%s", (_, appointments, kind) => {
    expect(sinceThen(appointments, [day], today)?.kind).toBe(kind);
  });

  test("names what ended with its dates, and what is held now", () => {
    const finance = held("finance", "2022-10-18");
    expect(sinceThen([climate, finance], [day], today)).toEqual({
      kind: "changed",
      ended: [climate],
      now: [finance],
    });
    const party = held("party", "2020-01-01");
    expect(sinceThen([climate, party], [day], today)?.ended).toEqual([climate]);
  });

  test("counts each of several days once it is over, and tells an office once", () => {
    const [before, after] = ["2022-10-17", "2022-10-18"];
    const finance = held("finance", after, "2024-01-01");
    expect(sinceThen([climate, finance], [before, before, after], today)?.ended).toEqual([finance, climate]);
    expect(sinceThen([climate, finance], [before, after], after)).toEqual({
      kind: "changed",
      ended: [climate],
      now: [finance],
    });
    expect(sinceThen([climate], [], today)).toBeUndefined();
  });

  test("is nothing on the day itself and before it", () => {
    expect(sinceThen([held("climate", day, addDays(day, 1))], [day], day)).toBeUndefined();
    expect(sinceThen([climate], [day], addDays(day, -1))).toBeUndefined();
  });

  test("never tells of what has not begun, and of nobody who holds every office of that day", () => {
    const days = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays("2021-01-01", n));
    const one = fc
      .tuple(fc.constantFrom("a", "b", "c"), days, fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }))
      .map(([office, from, length]) => held(office, from, length === null ? null : addDays(from, length)));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), days, days, (appointments, then, now) => {
        const since = sinceThen(appointments, [then], now);
        if (!since) {
          const kept = (office: string) => appointments.some((a) => a.officeId === office && holdsOn(a, now));
          const open = appointments.filter((a) => holdsOn(a, then) && !kept(a.officeId));
          expect(now <= then || open.length === 0).toBe(true);
          return;
        }
        expect(since.now.every((a) => a.fromOn <= now)).toBe(true);
        expect(since.ended.every((a) => holdsOn(a, then) && !holdsOn(a, now))).toBe(true);
        expect(since.kind === "left").toBe(since.now.length === 0);
      }),
    );
  });
});
