import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { ExportedAgenda } from "@/domain/agenda/exported";
import { acronymOf, durationOf, isKnownZone, numbersOf } from "@/domain/agenda/schedule-rules";
import { anyAgenda } from "../../support/exported-agenda";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://localhost/none",
    AUTH_SECRET: "a secret for tests only, long enough for everybody",
    BASE_URL: "http://localhost:3000",
    MAIL_FROM: "Plenary <plenary@example.org>",
    SMTP_URL: "smtp://127.0.0.1:9",
  });
});

/*
 * What the published schemas of voc/schedule demand (XSD and JSON schema, read at 0a403ee5), in our own words: the
 * files themselves are not ours to keep here.
 */
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/);
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
const event = z.strictObject({
  id: z.int().min(1),
  guid: uuid,
  slug: z.string().regex(/^[a-z0-9_]{4,}-[a-z0-9\-_]*[a-z0-9]$/),
  url: z.url(),
  date: instant,
  start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  duration: z.string().regex(/^\d{2}:[0-5]\d$/),
  room: z.string().min(1),
  title: z.string(),
  subtitle: z.string(),
  abstract: z.string(),
  track: z.null(),
  type: z.string(),
  language: z.string().nullable(),
  do_not_record: z.literal(true).optional(),
  do_not_stream: z.literal(true).optional(),
  // Either a name, or a public name with an id; both is neither.
  persons: z.array(z.strictObject({ guid: uuid, name: z.string().min(1) })),
  links: z.array(z.never()),
  attachments: z.array(z.never()),
});
const schedule = z.strictObject({
  generator: z.strictObject({ name: z.string(), url: z.url() }),
  schedule: z.strictObject({
    version: z.string().min(1),
    base_url: z.url(),
    conference: z.strictObject({
      acronym: z.string().regex(/^[a-z0-9_]{4,}$/),
      title: z.string(),
      start: z.iso.date(),
      end: z.iso.date(),
      daysCount: z.int().min(1),
      timeslot_duration: z.literal("00:05"),
      time_zone_name: z
        .string()
        .regex(/^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/)
        .optional(),
      url: z.url(),
      rooms: z.array(z.strictObject({ guid: uuid, name: z.string() })),
      days: z.array(
        z.strictObject({
          index: z.int().min(1),
          date: z.iso.date(),
          day_start: instant,
          day_end: instant,
          rooms: z.record(z.string(), z.array(event)),
        }),
      ),
    }),
  }),
});

const unique = (values: unknown[]) => expect(new Set(values).size).toBe(values.length);

async function written(agenda: ExportedAgenda) {
  const { scheduleOf } = await import("@/domain/agenda/schedule");
  const { scheduleXml } = await import("@/domain/agenda/schedule-xml");
  const { scheduleJson } = await import("@/domain/agenda/schedule-json");
  const read = scheduleOf(agenda, "en");
  return { xml: scheduleXml(read), json: scheduleJson(read) };
}

describe("the formats of a schedule", () => {
  it("are as their schemas demand, whatever is on the agenda", async () => {
    await fc.assert(
      fc.asyncProperty(anyAgenda, async (agenda) => {
        const { json } = await written(agenda);
        const { conference } = schedule.parse(JSON.parse(json)).schedule;
        const events = conference.days.flatMap((day) => Object.values(day.rooms).flat());
        expect(events.map((one) => one.guid).toSorted()).toEqual(
          agenda.items.map((one) => one.id).toSorted(),
        );
        for (const key of ["id", "guid", "slug"] as const) unique(events.map((one) => one[key]));
        unique(conference.days.map((day) => day.index));
        expect(conference.daysCount).toBe(conference.days.length);
        for (const one of events) {
          const item = agenda.items.find(({ id }) => id === one.guid);
          expect(new Date(one.date)).toEqual(item?.startsAt);
          expect(one.date.slice(11, 16)).toBe(one.start);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("hold hostile words as words in XML, with the elements and attributes in their places", async () => {
    await fc.assert(
      fc.asyncProperty(anyAgenda, async (agenda) => {
        const { xml } = await written(agenda);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|&(?!amp;|lt;|gt;|quot;|#13;)/);
        const elements = [...xml.matchAll(/<event id="(\d+)" guid="([0-9a-f-]{36})">(.*?)<\/event>/gs)];
        expect(elements).toHaveLength(agenda.items.length);
        for (const [, id, , inside = ""] of elements) {
          expect(Number(id)).toBeGreaterThan(0);
          for (const name of ["room", "title", "type", "date", "start", "duration", "abstract", "track"])
            expect(inside.match(new RegExp(`<${name}[/>]`, "g")), name).toHaveLength(1);
          if (inside.includes("<recording>"))
            expect(inside).toContain("<license/><optout>true</optout></recording>");
        }
        for (const [, from, to] of xml.matchAll(
          /<day index="\d+" date="[\d-]+" start="([^"]+)" end="([^"]+)"/g,
        ))
          for (const edge of [from, to]) instant.parse(edge);
        expect(xml.match(/<day /g)?.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it("have their rules for names, durations, numbers and zones", () => {
    expect([acronymOf("leadit-cop30"), acronymOf("cop"), acronymOf("")]).toEqual([
      "leadit_cop30",
      "event_cop",
      "event_",
    ]);
    const from = new Date("2026-03-01T09:00:00Z");
    const lasting = (minutes: number) => durationOf(from, new Date(from.getTime() + minutes * 60_000));
    expect([lasting(90), lasting(6_000), lasting(5)]).toEqual(["01:30", "99:59", "00:05"]);
    const twins = ["00000000-0001-4000-8000-000000000000", "00000000-0001-4000-8000-000000000001"];
    const numbers = numbersOf(twins);
    unique([...numbers.values()]);
    expect(numbersOf(twins.toReversed())).toEqual(numbers);
    expect(["America/Belem", "UTC", "Etc/GMT+5", "EST5EDT"].map(isKnownZone)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
