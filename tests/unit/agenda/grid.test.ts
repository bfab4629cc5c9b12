import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  daysOf,
  hoursOf,
  lanes,
  later,
  minutesBetween,
  moved,
  onDay,
  resized,
  shareOf,
  snapped,
  spanOf,
} from "@/domain/agenda/grid/rules";

const timed = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });

describe("local times on the grid", () => {
  it("are counted as on a clock that is never changed, over midnight and the days when clocks are", () => {
    expect(later("2026-03-28T23:30", 180)).toBe("2026-03-29T02:30");
    expect(later("2026-10-25T01:00", 24 * 60)).toBe("2026-10-26T01:00");
    expect(later("2026-01-01T00:00", -5)).toBe("2025-12-31T23:55");
    expect(later(null, 5)).toBeNull();
    expect(onDay("2026-06-10", 1_440)).toBe("2026-06-11T00:00");
    expect(minutesBetween("2026-06-10T23:00", "2026-06-11T01:15")).toBe(135);
  });

  it("move as long as before and never end before a step after they begin", () => {
    const item = timed("2026-06-10T09:00", "2026-06-10T10:00");
    expect(moved(item, 15)).toEqual(timed("2026-06-10T09:15", "2026-06-10T10:15"));
    expect(resized(item, -90, 15).endsAt).toBe("2026-06-10T09:15");
    expect(resized(item, 30, 15).endsAt).toBe("2026-06-10T10:30");
  });
});

describe("snapping", () => {
  it("goes to the nearest step", () => {
    expect([snapped(7, 15), snapped(8, 15), snapped(-8, 15), snapped(62, 5)]).toEqual([0, 15, -15, 60]);
  });

  it("makes a span within the day, at least a step long, that holds both ends of the stroke", () => {
    expect(spanOf(602, 541, 15)).toEqual({ from: 540, to: 615 });
    expect(spanOf(540, 540, 15)).toEqual({ from: 540, to: 555 });
    const minute = fc.integer({ min: -50, max: 1_500 });
    fc.assert(
      fc.property(minute, minute, fc.constantFrom(5, 15), (a, b, snap) => {
        const { from, to } = spanOf(a, b, snap);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1_440);
        expect(to - from).toBeGreaterThanOrEqual(snap);
        expect([from % snap, to % snap]).toEqual([0, 0]);
      }),
    );
  });
});

describe("a day of the grid", () => {
  it("shows of what is longer than a day its own share", () => {
    const long = timed("2026-06-10T18:00", "2026-06-12T06:00");
    expect(shareOf(long, "2026-06-10")).toEqual({ from: 1_080, to: 1_440 });
    expect(shareOf(long, "2026-06-11")).toEqual({ from: 0, to: 1_440 });
    expect(shareOf(long, "2026-06-12")).toEqual({ from: 0, to: 360 });
    expect(shareOf(long, "2026-06-13")).toBeUndefined();
    expect(shareOf(timed("2026-06-10T22:00", "2026-06-11T00:00"), "2026-06-11")).toBeUndefined();
  });

  it("is one of all days that the event or an item takes up, without gaps", () => {
    const event = timed("2026-06-10T09:00", "2026-06-11T00:00");
    expect(daysOf([], event)).toEqual(["2026-06-10"]);
    expect(daysOf([timed("2026-06-12T09:00", "2026-06-12T10:00")], event)).toEqual([
      "2026-06-10",
      "2026-06-11",
      "2026-06-12",
    ]);
  });

  it("shows morning to evening, and what lies outside of it", () => {
    expect(hoursOf([])).toEqual({ first: 8, last: 19 });
    expect(hoursOf([{ from: 385, to: 1_201 }])).toEqual({ first: 6, last: 21 });
  });
});

describe("lanes", () => {
  it("are one where spans touch, and two where they overlap", () => {
    expect(
      lanes([
        { from: 0, to: 60 },
        { from: 60, to: 90 },
        { from: 80, to: 100 },
      ]),
    ).toEqual([
      { lane: 0, of: 1 },
      { lane: 0, of: 2 },
      { lane: 1, of: 2 },
    ]);
  });

  it("never hold two spans that overlap, whatever the order", () => {
    const span = fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 90 })).map(([from, length]) => ({
      from,
      to: from + length,
    }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
        const placed = lanes(spans);
        spans.forEach((a, i) => {
          expect(placed[i]?.lane).toBeLessThan(placed[i]?.of ?? 0);
          spans.slice(i + 1).forEach((b, n) => {
            const j = i + 1 + n;
            if (a.from < b.to && b.from < a.to) expect(placed[i]?.lane).not.toBe(placed[j]?.lane);
          });
        });
      }),
    );
  });
});
