import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  byDay,
  dayIn,
  daysBetween,
  formatInstant,
  formatRange,
  instantToLocal,
  lastDay,
  localTimeProblem,
  localWithOffset,
  utcOffset,
  zonedToInstant,
} from "@/lib/time";

const instant = (local: string, zone: string) => {
  const zoned = zonedToInstant(local, zone);
  return zoned.kind === "instant" ? zoned.instant.toISOString() : zoned.kind;
};

describe("a local time in its zone", () => {
  it.each([
    ["2026-06-10T09:00", "Europe/Zurich", "2026-06-10T07:00:00.000Z"],
    ["2026-06-10T16:00", "Asia/Seoul", "2026-06-10T07:00:00.000Z"],
    ["2026-01-15T09:00", "Australia/Sydney", "2026-01-14T22:00:00.000Z"],
    ["2026-01-14T14:00", "America/Los_Angeles", "2026-01-14T22:00:00.000Z"],
    ["2026-06-10T09:00", "Asia/Kolkata", "2026-06-10T03:30:00.000Z"],
    ["2026-03-29T01:59", "Europe/Stockholm", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29T03:00", "Europe/Stockholm", "2026-03-29T01:00:00.000Z"],
  ])("%s in %s is %s", (local, zone, expected) => expect(instant(local, zone)).toBe(expected));

  it("is told to programs with what its zone is apart from UTC then", () => {
    const moment = new Date("2026-06-10T03:30:15.250Z");
    expect(localWithOffset(moment, "Asia/Kolkata")).toBe("2026-06-10T09:00:15+05:30");
    expect(localWithOffset(moment, "America/New_York")).toBe("2026-06-09T23:30:15-04:00");
    expect(localWithOffset(new Date("2026-01-10T03:30:00Z"), "UTC")).toBe("2026-01-10T03:30:00+00:00");
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }), (at) => {
        const whole = Math.floor(at.getTime() / 1000) * 1000;
        expect(new Date(localWithOffset(at, "Pacific/Chatham")).getTime()).toBe(whole);
      }),
    );
  });

  it("does not exist where the clocks jump, and exists twice where they go back", () => {
    expect(instant("2026-03-29T02:30", "Europe/Stockholm")).toBe("skipped");
    expect(instant("2026-10-25T02:30", "Europe/Stockholm")).toBe("twice");
    expect(localTimeProblem("2026-03-08T02:30", "America/Los_Angeles")).toBe("validation.notAtThisTime");
    expect(localTimeProblem("2026-11-01T01:30", "America/Los_Angeles")).toBe("validation.twiceAtThisTime");
    expect(localTimeProblem("2026-03-29T03:30", "Europe/Stockholm")).toBeUndefined();
  });

  it("comes back as it was typed", () => {
    const minutes = fc.integer({ min: 0, max: 525_600 * 5 });
    const zones = fc.constantFrom(
      "Europe/Stockholm",
      "Asia/Seoul",
      "Australia/Sydney",
      "America/St_Johns",
      "Pacific/Chatham",
      "UTC",
    );
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const at = new Date(Date.UTC(2024, 0, 1) + minute * 60_000);
        const back = zonedToInstant(instantToLocal(at, zone), zone);
        if (back.kind === "instant") expect(back.instant).toEqual(at);
        else expect(back.kind).toBe("twice");
      }),
    );
  });
});

describe("days", () => {
  it("are those of the zone, not of the machine", () => {
    const at = new Date("2026-06-10T22:30:00Z");
    expect([dayIn(at, "Europe/Stockholm"), dayIn(at, "America/New_York")]).toEqual([
      "2026-06-11",
      "2026-06-10",
    ]);
    expect(
      lastDay(new Date("2026-06-10T07:00:00Z"), new Date("2026-06-10T22:00:00Z"), "Europe/Stockholm"),
    ).toBe("2026-06-10");
  });

  it("are counted and added over months and years", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(daysBetween("2025-12-31", "2026-01-02")).toBe(2);
  });

  it("regroup with the zone", () => {
    const items = ["2026-06-10T21:00:00Z", "2026-06-10T23:00:00Z"].map((at) => new Date(at));
    expect(byDay(items, (at) => at, "UTC")).toHaveLength(1);
    expect(byDay(items, (at) => at, "Europe/Stockholm").map((group) => group.day)).toEqual([
      "2026-06-10",
      "2026-06-11",
    ]);
  });
});

describe("a printed time", () => {
  const from = new Date("2026-06-10T07:00:00Z");
  const to = new Date("2026-06-10T15:30:00Z");
  it("always names its zone", () => {
    expect(formatInstant(from, "Europe/Stockholm", "en")).toBe("10 June 2026, 09:00 Stockholm (UTC+2)");
    expect(formatInstant(from, "Asia/Kolkata", "sv")).toBe("10 juni 2026, 12:30 Kolkata (UTC+5:30)");
    expect(formatRange(from, to, "Europe/Stockholm", "en")).toContain("Stockholm (UTC+2)");
    expect(utcOffset("America/St_Johns", new Date("2026-01-10T00:00:00Z"))).toBe("UTC−3:30");
  });

  it("of whole days has no hours and no zone", () => {
    expect(formatRange(from, to, "Europe/Stockholm", "sv", { allDay: true })).toBe("10 juni 2026");
  });
});
