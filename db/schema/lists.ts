import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Localized, OrganisationKind, ParticipationClass } from "@/db/enums";
import { instant, localized } from "./columns";
import { events } from "./events";
import { users } from "./users";

/** One line of a published list, as it was then. */
export type ListEntry = {
  participationId: string;
  /** Printed before the name; may be empty. */
  courtesyTitle: string;
  name: string;
  /** For sorting only. */
  familyName: string;
  functionalTitle: string;
  class: ParticipationClass;
  /** The organisation per language; one written by hand is the same in each, and none is empty. */
  organisation: Localized;
  organisationKind: OrganisationKind;
  /** Of a country, for its flag. */
  country: string | null;
};

/**
 * A published list of participants: a numbered snapshot of those who had agreed. Public readers are shown only the
 * entries whose consent still stands; erasing a person erases their entry.
 */
export const participantLists = pgTable(
  "participant_lists",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    /** Printed under the number; `{}` where there is nothing to say. */
    note: localized("note").notNull().default({}),
    entries: jsonb("entries").$type<ListEntry[]>().notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedByName: text("published_by_name").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [uniqueIndex("participant_lists_number").on(t.eventId, t.number)],
);

/** A filter of the list of participants that somebody keeps under a name. */
export const savedFilters = pgTable(
  "saved_filters",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The query part of the list's address. */
    query: text("query").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("saved_filters_name").on(t.eventId, t.userId, t.name),
    index("saved_filters_user").on(t.userId),
  ],
);
