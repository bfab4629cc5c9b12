import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayName, groupByDay } from "@/components/agenda/days";
import { byDay, formatDay, instantToLocal, nearestInstant, zonedToInstant } from "@/lib/time";

const zones = [
  "Europe/Zurich",
  "Asia/Seoul",
  "Australia/Sydney",
  "America/Los_Angeles",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "UTC",
];
/** Two days around each change of the clocks in 2026 of one of the zones, and a day without. */
const days = [
  "2026-03-08",
  "2026-03-29",
  "2026-04-05",
  "2026-10-04",
  "2026-10-25",
  "2026-11-01",
  "2026-06-10",
];
const around = fc
  .tuple(fc.constantFrom(...days), fc.integer({ min: -36 * 60, max: 36 * 60 }))
  .map(([day, minutes]) => new Date(Date.parse(`${day}T12:00:00Z`) + minutes * 60_000));

describe("the days of an agenda in the reader's zone", () => {
  it("are those of the arithmetic of time, in every zone and around every change of the clocks", () => {
    fc.assert(
      fc.property(fc.array(around, { maxLength: 8 }), fc.constantFrom(...zones), (instants, zone) => {
        const items = instants.map((instant, n) => ({ id: n, startsAt: instant.toISOString() }));
        const exact = byDay(items, (item) => new Date(item.startsAt), zone);
        expect(groupByDay(items, zone)).toEqual(exact);
      }),
    );
  });

  it("regroup: an evening in Zurich is the next day in Seoul, a morning in Sydney the day before in Los Angeles", () => {
    const one = (startsAt: string) => [{ startsAt }];
    const day = (startsAt: string, zone: string) => groupByDay(one(startsAt), zone)[0]?.day;
    expect(day("2026-06-10T18:00:00Z", "Europe/Zurich")).toBe("2026-06-10");
    expect(day("2026-06-10T18:00:00Z", "Asia/Seoul")).toBe("2026-06-11");
    expect(day("2026-06-09T23:00:00Z", "Australia/Sydney")).toBe("2026-06-10");
    expect(day("2026-06-09T23:00:00Z", "America/Los_Angeles")).toBe("2026-06-09");
  });

  it("are named as the server names them", () => {
    for (const locale of ["en", "sv"])
      for (const day of days) expect(dayName(day, locale)).toBe(formatDay(day, locale, { weekday: true }));
  });
});

describe("moving to another zone with the local times kept", () => {
  it("gives the same local time wherever there is one, and there and back again", () => {
    fc.assert(
      fc.property(around, fc.constantFrom(...zones), fc.constantFrom(...zones), (instant, from, to) => {
        const local = instantToLocal(instant, from);
        const moved = zonedToInstant(local, to);
        if (moved.kind === "skipped") return;
        expect(instantToLocal(nearestInstant(local, to), to)).toBe(local);
        if (moved.kind === "instant") expect(nearestInstant(local, to)).toEqual(moved.instant);
        else expect([moved.earlier, moved.later]).toContainEqual(nearestInstant(local, to));
        const back = zonedToInstant(local, from);
        if (back.kind === "instant") expect(nearestInstant(local, from)).toEqual(instant);
      }),
    );
  });

  it("says which local times the clocks of the other zone skip or show twice", () => {
    expect(zonedToInstant("2026-03-29T02:30", "Europe/Zurich").kind).toBe("skipped");
    expect(zonedToInstant("2026-03-29T02:30", "Asia/Seoul").kind).toBe("instant");
    expect(zonedToInstant("2026-04-05T02:30", "Australia/Sydney").kind).toBe("twice");
    expect(zonedToInstant("2026-03-08T02:30", "America/Los_Angeles").kind).toBe("skipped");
    expect(zonedToInstant("2026-11-01T01:30", "America/Los_Angeles").kind).toBe("twice");
  });
});
