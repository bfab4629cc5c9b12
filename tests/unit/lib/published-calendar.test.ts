import fc from "fast-check";
import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { CalendarEntry } from "@/lib/calendar/calendar";
import type { Published } from "@/lib/calendar/published";
import { vtimezone } from "@/lib/calendar/vtimezone";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://localhost/none",
    AUTH_SECRET: "a secret for tests only, long enough for everybody",
    BASE_URL: "http://localhost:3000",
    MAIL_FROM: "Plenary <plenary@example.org>",
    SMTP_URL: "smtp://127.0.0.1:9",
  });
});

const entry = (facts: Partial<CalendarEntry>): CalendarEntry => ({
  id: "6f2c1f7e-0000-4000-8000-000000000001",
  title: "Plenary",
  startsAt: new Date("2026-06-10T07:00:00Z"),
  endsAt: new Date("2026-06-10T08:00:00Z"),
  url: "http://localhost:3000/en/events/x#item-1",
  sequence: 0,
  stamp: new Date("2026-03-02T09:00:00Z"),
  ...facts,
});

/** A calendar as another program reads it, with the zones that the file explains and no others. */
async function read(file: Partial<Published>) {
  const { publishedCalendar } = await import("@/lib/calendar/published");
  const text = publishedCalendar({
    name: "Agenda",
    zone: "UTC",
    organizer: 'The "Group"',
    entries: [],
    ...file,
  });
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone"))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents("vevent").map((event) => {
    const parsed = new ICAL.Event(event);
    return {
      uid: parsed.uid,
      title: parsed.summary,
      sequence: parsed.sequence,
      status: event.getFirstPropertyValue("status"),
      zone: event.getFirstProperty("dtstart")?.getParameter("tzid"),
      from: parsed.startDate.toJSDate(),
      to: parsed.endDate.toJSDate(),
    };
  });
  return { text, method: calendar.getFirstPropertyValue("method"), events };
}

const zones = ["Europe/Zurich", "Asia/Seoul", "Australia/Sydney", "America/Los_Angeles"];

describe("a published calendar", () => {
  it.each(zones)("is read as the same instants in %s, through both changes of the clocks", async (zone) => {
    for (const day of ["2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01"]) {
      const entries = Array.from({ length: 72 }, (_, hour) => {
        const startsAt = new Date(Date.parse(`${day}T00:00:00Z`) + (hour - 24) * 3_600_000);
        return entry({ id: `${hour}`, startsAt, endsAt: new Date(startsAt.getTime() + 90 * 60_000) });
      });
      const { events, text } = await read({ zone, entries });
      const instants = ({ from, to }: { from: Date; to: Date }) => [from, to];
      expect(events.map(instants)).toEqual(
        entries.map(({ startsAt, endsAt }) => instants({ from: startsAt, to: endsAt })),
      );
      expect(text).toContain(`BEGIN:VTIMEZONE\r\nTZID:${zone}\r\n`);
      expect(events.filter((event) => event.zone === zone).length).toBeGreaterThanOrEqual(68);
    }
  });

  it("is read as the same instants anywhere, at any time and as the same words", async () => {
    const any = fc.constantFrom(
      ...zones,
      "Europe/Dublin",
      "America/Mexico_City",
      "Africa/Casablanca",
      "Asia/Kolkata",
      "America/Belem",
      "Etc/GMT+5",
      "UTC",
    );
    const times = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 500_000 }), minutes: fc.integer({ min: 1, max: 6_000 }) }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(
        any,
        times,
        fc.string({ unit: "binary", maxLength: 90 }),
        async (zone, list, words) => {
          const title = `${words} end`;
          const entries = list.map(({ from, minutes }, index) => {
            const startsAt = new Date(Date.UTC(2021, 0, 1) + from * 5 * 60_000);
            return entry({
              id: `${index}`,
              title,
              startsAt,
              endsAt: new Date(startsAt.getTime() + minutes * 60_000),
            });
          });
          const { events } = await read({ zone, entries });
          expect(events.map(({ from, to }) => [from, to])).toEqual(
            entries.map(({ startsAt, endsAt }) => [startsAt, endsAt]),
          );
          const { printableText } = await import("@/lib/text/printable");
          const said = printableText(title).replace(/\r\n|\r/g, "\n");
          expect(new Set(events.map((event) => event.title))).toEqual(new Set([said]));
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);

  it("is a publication of its organizer, and a cancellation where all is cancelled", async () => {
    const published = await read({ entries: [entry({ sequence: 2 }), entry({ id: "b", cancelled: true })] });
    expect(published.method).toBe("PUBLISH");
    expect(published.events.map((event) => event.status)).toEqual(["CONFIRMED", "CANCELLED"]);
    expect(published.events[0]).toMatchObject({ sequence: 2, uid: `${entry({}).id}@localhost` });
    expect(published.text).toContain("ORGANIZER;CN=\"The 'Group'\":mailto:plenary@example.org");
    expect(published.text).not.toContain("ATTENDEE");
    const cancelled = await read({ entries: [entry({ cancelled: true })], cancels: true });
    expect(cancelled.method).toBe("CANCEL");
  });
});

describe("the table of a zone", () => {
  it("tells the changes that matter and no others", () => {
    const summer = vtimezone("Europe/Zurich", new Date("2026-06-01T00:00Z"), new Date("2026-06-02T00:00Z"));
    expect(summer.match(/BEGIN:(?:STANDARD|DAYLIGHT)/g)).toEqual(["BEGIN:STANDARD", "BEGIN:DAYLIGHT"]);
    const seoul = vtimezone("Asia/Seoul", new Date("2026-06-01T00:00Z"), new Date("2026-12-02T00:00Z"));
    expect(seoul.match(/TZOFFSETTO:.*/g)).toEqual(["TZOFFSETTO:+0900"]);
  });

  it("tells a rule of its own year, not the one in force now", () => {
    const mexico = vtimezone(
      "America/Mexico_City",
      new Date("2022-10-01T00:00Z"),
      new Date("2023-07-01T00:00Z"),
    );
    expect(mexico).toContain("DTSTART:20221030T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0600");
    expect(mexico).not.toContain("DTSTART:2023");
  });
});
