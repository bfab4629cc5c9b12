import { z } from "zod";
import {
  agendaItemKinds,
  agendaRoles,
  attributionRules,
  eventFormats,
  eventKinds,
  hostRoles,
  presences,
} from "@/db/enums";
import { address, addresses, counted, country, id, instant, localized, organisation, page } from "./parts";

export const eventSummary = z.strictObject({
  id,
  slug: z.string().describe("The last part of the address of its page; it may change."),
  self: address.describe("Where the whole of it is read."),
  url: addresses,
  kind: z.enum(eventKinds),
  title: localized,
  summary: localized,
  state: z.enum(["announced", "under_way", "ended", "concluded", "cancelled"]),
  startsAt: instant.describe("As told where it is held, with the offset."),
  endsAt: instant,
  zone: z.string().describe("IANA time zone."),
  allDay: z.boolean(),
  format: z.enum(eventFormats),
  venue: z.string(),
  city: localized,
  country,
  parentEvent: z.string().describe("The larger event it is held at; empty where none is."),
  announcedAt: instant,
  updatedAt: instant,
});

export const event = eventSummary.extend({
  cancellationReason: z.string(),
  hosts: z.array(organisation.extend({ role: z.enum(hostRoles) })).describe("In the order they are named."),
  agenda: address.describe("Where its agenda is read."),
});

const agendaItem = z.strictObject({
  id,
  status: z.enum(["confirmed", "cancelled"]),
  sequence: counted.describe("Grows when time or place change (RFC 5546, 2.1.4)."),
  kind: z.enum(agendaItemKinds),
  title: localized,
  abstract: localized,
  startsAt: instant,
  endsAt: instant,
  room: z.strictObject({ id, name: z.string(), building: z.string() }).nullable(),
  languages: z.array(z.string()).describe("Of interpretation and of the floor (BCP 47)."),
  attribution: z.enum(attributionRules),
  people: z
    .array(
      z.strictObject({
        id,
        name: z.string(),
        courtesyTitle: z.string(),
        title: localized.describe("Of the office held on the day of the item."),
        role: z.enum(agendaRoles),
        presence: z.enum(presences),
        onBehalfOf: localized.nullable(),
      }),
    )
    .describe("Who agreed to be named, or is in office on that day."),
});

export const agenda = z.strictObject({
  self: address,
  event: z.strictObject({ id, self: address, url: addresses, title: localized, zone: z.string() }),
  release: z.strictObject({ number: counted, releasedAt: instant, note: localized }).nullable(),
  items: z.array(agendaItem),
});

export const eventList = z.strictObject({ ...page, data: z.array(eventSummary) });

export type Event = z.input<typeof event>;
export type EventSummary = z.input<typeof eventSummary>;
export type Agenda = z.input<typeof agenda>;
