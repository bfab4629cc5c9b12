import { beforeAll, describe, expect, it } from "vitest";

const hostile = 'A; b, c\\ "d"\r\nEND:VEVENT\r\nX-EVIL:1 åäö '.padEnd(200, "ö");
const entry = {
  id: "event-1",
  title: hostile,
  summary: "Line one\nLine two",
  startsAt: new Date("2026-06-10T07:00:00Z"),
  endsAt: new Date("2026-06-10T15:00:00Z"),
  place: "Hall; 3, left",
  url: "http://localhost:3000/en/events/x",
  sequence: 4,
  stamp: new Date("2026-03-02T09:00:00Z"),
};
const people = {
  attendee: { name: 'Åsa "B"; C', address: "asa@example.org" },
  organizer: { name: "The secretariat", address: "secretariat@example.org" },
};

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://localhost/none",
    AUTH_SECRET: "a secret for tests only, long enough for everybody",
    BASE_URL: "http://localhost:3000",
    MAIL_FROM: "Plenary <plenary@example.org>",
    SMTP_URL: "smtp://127.0.0.1:9",
  });
});

/** The lines of a calendar as a reader unfolds them (RFC 5545, 3.1). */
const unfolded = (ics: string) => ics.replaceAll("\r\n ", "").split("\r\n");

describe("a calendar file", () => {
  it("keeps hostile words inside their line, folded at 75 octets, with CRLF", async () => {
    const { eventInvitation } = await import("@/lib/calendar/invitation");
    const { content, contentType } = eventInvitation({ ...entry, ...people, method: "REQUEST" });
    expect(contentType).toContain("method=REQUEST");
    expect(content.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const lines = unfolded(content);
    expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(1);
    expect(lines.some((line) => line.startsWith("X-EVIL"))).toBe(false);
    expect(lines).toContain("UID:event-1@localhost");
    expect(lines).toContain("SEQUENCE:4");
    expect(lines).toContain("DTSTART:20260610T070000Z");
    expect(lines.find((line) => line.startsWith("ATTENDEE"))).not.toContain('\\"');
  });

  it("takes an event out of the calendar under the same UID", async () => {
    const { eventInvitation } = await import("@/lib/calendar/invitation");
    const lines = unfolded(eventInvitation({ ...entry, ...people, method: "CANCEL" }).content);
    expect(lines).toContain("METHOD:CANCEL");
    expect(lines).toContain("STATUS:CANCELLED");
    expect(lines).toContain("UID:event-1@localhost");
  });

  it("of whole days ends on the day after the last", async () => {
    const { calendarFeed } = await import("@/lib/calendar/feed");
    const days = { first: "2026-06-30", last: "2026-06-30" };
    const lines = unfolded(await calendarFeed("Events", [{ ...entry, days }]).text());
    expect(lines).toContain("DTSTART;VALUE=DATE:20260630");
    expect(lines).toContain("DTEND;VALUE=DATE:20260701");
    expect(lines.some((line) => line.startsWith("METHOD"))).toBe(false);
  });
});
