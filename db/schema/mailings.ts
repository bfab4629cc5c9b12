import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type ReminderAudience, reminderAnchors } from "@/db/enums";
import { instant, localized } from "./columns";
import { events } from "./events";

export const reminderAnchor = pgEnum("reminder_anchor", reminderAnchors);

/** The words of an event's own for a mail that is sent by itself, per language; where it has none the house's are used. */
export const mailTemplates = pgTable(
  "mail_templates",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** The name of the mail: `participation-approved`. */
    template: text("template").notNull(),
    subject: localized("subject").notNull().default({}),
    /** Paragraphs divided by empty lines, with placeholders `{name}`. */
    body: localized("body").notNull().default({}),
    revision: integer("revision").notNull().default(1),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.template] })],
);

/** A mail to everyone a filter names: drafts in the outbox with the exact list, then released or thrown away. */
export const mailings = pgTable(
  "mailings",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    subject: localized("subject").notNull(),
    body: localized("body").notNull(),
    /** The filter as it stands in the address of the list. */
    filter: jsonb("filter").$type<Record<string, string>>().notNull().default({}),
    withCalendar: integer("with_calendar").notNull().default(0),
    createdByName: text("created_by_name").notNull(),
    createdAt: instant("created_at").notNull(),
    releasedAt: instant("released_at"),
    discardedAt: instant("discarded_at"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    index("mailings_event").on(t.eventId, t.createdAt),
    check("mailings_one_end", sql`num_nonnulls(${t.releasedAt}, ${t.discardedAt}) <= 1`),
  ],
);

/** A mail that leaves by itself so long before or after a date of the event. */
export const reminders = pgTable(
  "reminders",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    anchor: reminderAnchor("anchor").notNull(),
    /** Minutes from the anchor; before it is negative. */
    offsetMinutes: integer("offset_minutes").notNull(),
    audience: text("audience").$type<ReminderAudience>().notNull(),
    subject: localized("subject").notNull(),
    body: localized("body").notNull(),
    /** The instant it was due when it was sent: a moved event makes it due again only if it had not been sent. */
    sentAt: instant("sent_at"),
    sentTo: integer("sent_to").notNull().default(0),
    removedAt: instant("removed_at"),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("reminders_event").on(t.eventId),
    uniqueIndex("reminders_once")
      .on(t.eventId, t.anchor, t.offsetMinutes, t.audience)
      .where(sql`${t.removedAt} is null`),
    check(
      "reminders_audience",
      sql`${t.audience} in ('approved', 'waitlisted', 'focal_points', 'not_answered')`,
    ),
  ],
);
