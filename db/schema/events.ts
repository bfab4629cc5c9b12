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
  eventFormats,
  eventKinds,
  type FindingKind,
  hostRoles,
  promotionPolicies,
  type ReviewableField,
  registrationPolicies,
} from "@/db/enums";
import { instant, localized } from "./columns";
import { organisations } from "./organisations";
import { periods } from "./periods";

export const eventKind = pgEnum("event_kind", eventKinds);
export const eventFormat = pgEnum("event_format", eventFormats);
export const hostRole = pgEnum("host_role", hostRoles);
export const registrationPolicy = pgEnum("registration_policy", registrationPolicies);
export const promotionPolicy = pgEnum("promotion_policy", promotionPolicies);

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
    /** Minutes to walk from one building of the event to another; the agenda leaves them between two items of a person. */
    walkingMinutes: integer("walking_minutes").notNull().default(15),
    /** Kinds of finding in the agenda that hold back its release. */
    hardFindings: text("hard_findings")
      .array()
      .$type<FindingKind[]>()
      .notNull()
      .default(sql`'{room,person,outside}'`),
    /** Days after the event until access and dietary needs, photographs and credentials are erased. */
    needsKeptDays: integer("needs_kept_days").notNull().default(30),
    /** The announcement is the record that makes the event public. */
    announcedAt: instant("announced_at"),
    announcedBy: uuid("announced_by"),
    cancelledAt: instant("cancelled_at"),
    cancellationReason: text("cancellation_reason").notNull().default(""),
    concludedAt: instant("concluded_at"),
    /** Set by hand: the period it belongs to, where the one of its day is not it. */
    periodId: uuid("period_id").references(() => periods.id, { onDelete: "restrict" }),
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
    check("events_walking_minutes", sql`${t.walkingMinutes} between 0 and 240`),
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
