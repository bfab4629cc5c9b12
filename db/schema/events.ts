import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  agendaItemKinds,
  agendaRoles,
  eventFormats,
  eventKinds,
  hostRoles,
  promotionPolicies,
  type ReviewableField,
  registrationPolicies,
} from "@/db/enums";
import { instant, localized } from "./columns";
import { organisations } from "./organisations";
import { people } from "./people";

export const eventKind = pgEnum("event_kind", eventKinds);
export const eventFormat = pgEnum("event_format", eventFormats);
export const hostRole = pgEnum("host_role", hostRoles);
export const registrationPolicy = pgEnum("registration_policy", registrationPolicies);
export const promotionPolicy = pgEnum("promotion_policy", promotionPolicies);
export const agendaItemKind = pgEnum("agenda_item_kind", agendaItemKinds);
export const agendaRole = pgEnum("agenda_role", agendaRoles);

/** A meeting the group runs. Its row is the queue for its seats: registering locks it. */
export const events = pgTable(
  "events",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull(),
    kind: eventKind("kind").notNull(),
    title: localized("title").notNull(),
    summary: localized("summary").notNull().default({}),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** IANA zone in which the event is held and its times are entered. */
    zone: text("zone").notNull(),
    /** Only the days are known or meant; the hours are not printed. */
    allDay: boolean("all_day").notNull().default(false),
    format: eventFormat("format").notNull().default("in_person"),
    venue: text("venue").notNull().default(""),
    city: localized("city").notNull().default({}),
    country: text("country"),
    /** The larger meeting it sits inside, by its proper name: COP27, Stockholm+50. */
    parentEvent: text("parent_event").notNull().default(""),
    /** Seats, which is the sum of the event's pools; null is without limit, and then there are no pools. */
    capacity: integer("capacity"),
    promotionPolicy: promotionPolicy("promotion_policy").notNull().default("order"),
    /** Hours a freed seat is kept for whoever is offered it; null: it is given without asking. */
    offerHours: integer("offer_hours"),
    registrationPolicy: registrationPolicy("registration_policy").notNull().default("closed"),
    registrationOpensAt: instant("registration_opens_at"),
    registrationClosesAt: instant("registration_closes_at"),
    /** Until when delegations are nominated and changed; the grace after it is not announced. */
    nominationClosesAt: instant("nomination_closes_at"),
    nominationGraceMinutes: integer("nomination_grace_minutes").notNull().default(0),
    /** Fields of a participation whose change after a decision brings it back to review. */
    reviewedFields: text("reviewed_fields")
      .array()
      .$type<ReviewableField[]>()
      .notNull()
      .default(sql`'{name,class}'`),
    /** Days after the event until access and dietary needs, photographs and credentials are erased. */
    needsKeptDays: integer("needs_kept_days").notNull().default(30),
    /** The announcement is the record that makes the event public. */
    announcedAt: instant("announced_at"),
    announcedBy: uuid("announced_by"),
    cancelledAt: instant("cancelled_at"),
    cancellationReason: text("cancellation_reason").notNull().default(""),
    concludedAt: instant("concluded_at"),
    /** SEQUENCE of the calendar object (RFC 5545): raised when time or place change, or it is cancelled. */
    calendarSequence: integer("calendar_sequence").notNull().default(0),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("events_slug_key").on(t.slug),
    index("events_starts").on(t.startsAt),
    check("events_order", sql`${t.endsAt} > ${t.startsAt}`),
    check("events_capacity", sql`${t.capacity} is null or ${t.capacity} >= 0`),
    check("events_offer_hours", sql`${t.offerHours} is null or ${t.offerHours} > 0`),
    check("events_nomination_grace", sql`${t.nominationGraceMinutes} >= 0`),
    check("events_needs_kept", sql`${t.needsKeptDays} between 0 and 3650`),
    check("events_cancelled_reason", sql`${t.cancelledAt} is null or ${t.cancellationReason} <> ''`),
    check("events_country_code", sql`${t.country} ~ '^[A-Z]{2}$'`),
  ],
);

/** Organisations that host, co-host or support an event, in the order they are named. */
export const eventHosts = pgTable(
  "event_hosts",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    role: hostRole("role").notNull().default("host"),
    position: integer("position").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.organisationId] })],
);

/** One entry of an event's agenda. Times are instants, entered in the event's zone. */
export const agendaItems = pgTable(
  "agenda_items",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    kind: agendaItemKind("kind").notNull(),
    title: localized("title").notNull(),
    abstract: localized("abstract").notNull().default({}),
    room: text("room").notNull().default(""),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("agenda_items_event").on(t.eventId, t.startsAt),
    check("agenda_items_order", sql`${t.endsAt} > ${t.startsAt}`),
  ],
);

/** A person's role in an agenda item. */
export const agendaItemPeople = pgTable(
  "agenda_item_people",
  {
    itemId: uuid("item_id")
      .notNull()
      .references(() => agendaItems.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    role: agendaRole("role").notNull(),
    position: integer("position").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.personId, t.role] }),
    index("agenda_item_people_person").on(t.personId),
  ],
);
