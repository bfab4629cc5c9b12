import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventState, moved, obstaclesToAnnouncing } from "@/domain/events/rules";

const day = (n: number) => new Date(Date.UTC(2026, 5, n, 9));
const milestones = {
  startsAt: day(10),
  endsAt: day(12),
  announcedAt: day(1) as Date | null,
  cancelledAt: null as Date | null,
  concludedAt: null as Date | null,
};

describe("the state of an event", () => {
  it.each([
    [{ announcedAt: null }, day(11), "draft"],
    [{}, day(9), "announced"],
    [{}, day(10), "under_way"],
    [{}, new Date(day(12).getTime() - 1), "under_way"],
    [{}, day(12), "ended"],
    [{ concludedAt: day(13) }, day(14), "concluded"],
    [{ cancelledAt: day(2), concludedAt: day(13) }, day(11), "cancelled"],
    [{ announcedAt: null, cancelledAt: day(2) }, day(3), "cancelled"],
  ] as const)("%o at %s is %s", (facts, at, state) => {
    expect(eventState({ ...milestones, ...facts }, at)).toBe(state);
  });

  it("never goes back while the clock goes on and the records stay", () => {
    const order = ["announced", "under_way", "ended"];
    const instant = fc.date({ min: day(1), max: day(28), noInvalidDate: true });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const rank = (at: Date) => order.indexOf(eventState(milestones, at));
        expect(rank(early)).toBeLessThanOrEqual(rank(late));
      }),
    );
  });
});

describe("announcing", () => {
  const ready = {
    ...milestones,
    announcedAt: null,
    title: { en: "Summit" },
    format: "in_person" as const,
    city: { en: "Stockholm" },
    registrationPolicy: "open" as const,
    registrationClosesAt: day(9),
    hosts: 1,
  };

  it("has nothing in its way where title, place, host and time are there", () => {
    expect(obstaclesToAnnouncing(ready, day(2))).toEqual([]);
  });

  it.each([
    ["no_title", { title: {} }],
    ["no_place", { city: {} }],
    ["no_place", { city: {}, format: "hybrid" as const }],
    ["no_host", { hosts: 0 }],
    ["over", { endsAt: day(2) }],
    ["cancelled", { cancelledAt: day(1) }],
    ["registration_closed", { registrationClosesAt: day(2) }],
    ["registration_closed", { registrationPolicy: "invitation" as const, registrationClosesAt: day(1) }],
  ])("is held up by %s", (code, facts) => {
    expect(obstaclesToAnnouncing({ ...ready, ...facts }, day(2))).toEqual([code]);
  });

  it("asks no place of a meeting on the net, and no open registration where there is none", () => {
    expect(obstaclesToAnnouncing({ ...ready, city: {}, format: "online" }, day(2))).toEqual([]);
    const closed = { ...ready, registrationPolicy: "closed" as const, registrationClosesAt: day(1) };
    expect(obstaclesToAnnouncing(closed, day(2))).toEqual([]);
    expect(obstaclesToAnnouncing({ ...ready, registrationClosesAt: null }, day(2))).toEqual([]);
  });

  it("tells everything that is in the way at once", () => {
    const nothing = { ...ready, title: {}, city: {}, hosts: 0 };
    expect(obstaclesToAnnouncing(nothing, day(2))).toEqual(["no_title", "no_place", "no_host"]);
  });
});

describe("whether participants must be told of a change", () => {
  const place = {
    startsAt: day(10),
    endsAt: day(12),
    zone: "Europe/Stockholm",
    venue: "City Hall",
    city: { en: "Stockholm", sv: "Stockholm" },
    country: "SE" as string | null,
  };

  it.each([
    { startsAt: day(9) },
    { endsAt: day(13) },
    { zone: "Asia/Kolkata" },
    { venue: "Town Hall" },
    { city: { en: "Stockholm", sv: "Uppsala" } },
    { city: { en: "Stockholm" } },
    { country: null },
  ])("is so after %o", (change) => {
    expect(moved(place, { ...place, ...change })).toBe(true);
  });

  it("is not so where nothing of it is another, whatever else was changed", () => {
    const after = {
      ...place,
      city: { sv: "Stockholm", en: "Stockholm" },
      startsAt: new Date(place.startsAt),
    };
    expect(moved(place, { ...after, ...{ title: { en: "Renamed" } } })).toBe(false);
  });
});
