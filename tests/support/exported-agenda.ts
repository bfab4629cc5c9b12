import fc from "fast-check";
import { agendaItemKinds, agendaRoles, attributionRules, spokenLanguages } from "@/db/enums";
import type { ExportedAgenda, ExportedItem } from "@/domain/agenda/exported";

const words = fc.string({ unit: "binary", maxLength: 30 }).map((text) => `${text}<&]]>"é`);
const begin = Date.UTC(2026, 2, 27, 8);

const room = fc.option(
  fc.constantFrom("Plenary hall", "Room <2>", "Å & Ä").map((name) => ({
    id: `10000000-0000-4000-8000-00000000000${name.length % 10}`,
    name,
    building: name.startsWith("R") ? "Annex" : "",
  })),
  { nil: null },
);

const person = fc.record({
  id: fc.constantFrom(
    ...[1, 2, 3].map((n) => `20000000-0000-4000-8000-00000000000${n}` as `${string}-${string}`),
  ),
  name: words,
  courtesyTitle: fc.constantFrom("", "H.E."),
  title: fc.constantFrom(undefined, { en: "Minister", sv: "Minister" }),
  role: fc.constantFrom(...agendaRoles),
  presence: fc.constantFrom("in_person" as const, "remote" as const),
  onBehalfOf: fc.constant(null),
  behalf: fc.constant(undefined),
});

const item = fc
  .record({
    id: fc.uuid({ version: 4 }),
    kind: fc.constantFrom(...agendaItemKinds),
    title: fc.record({ en: words, sv: words }),
    abstract: fc.constantFrom({}, { en: "About\nit" }),
    room,
    from: fc.integer({ min: 0, max: 72 * 12 }),
    minutes: fc.integer({ min: 1, max: 9_000 }),
    attribution: fc.constantFrom(...attributionRules),
    languages: fc.subarray([...spokenLanguages]),
    people: fc.array(person, { maxLength: 4 }),
    sequence: fc.nat(9),
  })
  .map(
    ({ from, minutes, ...facts }): ExportedItem => ({
      ...facts,
      audience: "public",
      statementIds: [],
      announcementIds: [],
      startsAt: new Date(begin + from * 5 * 60_000),
      endsAt: new Date(begin + (from * 5 + minutes) * 60_000),
    }),
  );

const zones = [
  "Europe/Zurich",
  "America/Belem",
  "Asia/Kolkata",
  "America/Port-au-Prince",
  "Etc/GMT+5",
  "UTC",
];

/** Public agendas of every shape: empty, over days and the change of the clocks, with hostile words. */
export const anyAgenda = fc
  .record({
    items: fc.uniqueArray(item, { selector: (one) => one.id, maxLength: 8 }),
    zone: fc.constantFrom(...zones),
    slug: fc.constantFrom("cop", "leadit-cop30", "summit-2026", "x"),
    title: words,
    number: fc.nat(20),
  })
  .map(({ items, zone, slug, title, number }): ExportedAgenda => {
    const startsAt = new Date(begin);
    const releasedAt = number > 0 ? new Date("2026-03-01T09:00:00Z") : null;
    const event = {
      ...{ id: "30000000-0000-4000-8000-000000000001", slug, zone, kind: "summit" as const },
      ...{ title: { en: title }, summary: {}, startsAt, endsAt: new Date(begin + 2 * 86_400_000) },
      ...{ allDay: false, format: "hybrid" as const, venue: "", city: { en: "Here" }, country: "SE" },
      ...{ parentEvent: "", announcedAt: startsAt, cancelledAt: null, concludedAt: null, hosts: [] },
      ...{ calendarSequence: 0, updatedAt: startsAt, cancellationReason: "", capacity: null },
      ...{ registrationPolicy: "open" as const, registrationOpensAt: null, registrationClosesAt: null },
      needsKeptDays: 30,
    };
    return { event, number, note: {}, releasedAt, changedAt: startsAt, items, cancelled: [] };
  });
