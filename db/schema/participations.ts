import { sql } from "drizzle-orm";
import {
  bigserial,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type Locale, participationClasses, participationSources, participationStates } from "@/db/enums";
import { instant } from "./columns";
import { events } from "./events";
import { organisations } from "./organisations";

export const participationClass = pgEnum("participation_class", participationClasses);
export const participationState = pgEnum("participation_state", participationStates);
export const participationSource = pgEnum("participation_source", participationSources);

/** One person at one event. */
export const participations = pgTable(
  "participations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "restrict" }),
    name: text("name").notNull(),
    email: text("email").notNull(),
    functionalTitle: text("functional_title").notNull().default(""),
    organisationId: uuid("organisation_id").references(() => organisations.id, {
      onDelete: "restrict",
    }),
    /** Written by hand where the organisation is not one we know. */
    organisationName: text("organisation_name").notNull().default(""),
    class: participationClass("class").notNull().default("delegate"),
    state: participationState("state").notNull(),
    stateReason: text("state_reason").notNull().default(""),
    stateAt: instant("state_at").notNull().defaultNow(),
    /** Place in the order of arrival: the waiting list is promoted by it. */
    arrival: bigserial("arrival", { mode: "number" }).notNull(),
    /** Sensitive; erased some weeks after the event. */
    accessNeeds: text("access_needs").notNull().default(""),
    dietaryNeeds: text("dietary_needs").notNull().default(""),
    needsErasedAt: instant("needs_erased_at"),
    /** When the person agreed to stand on the public list of participants. */
    listingConsentedAt: instant("listing_consented_at"),
    locale: text("locale").$type<Locale>().notNull(),
    source: participationSource("source").notNull(),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("participations_live_email")
      .on(t.eventId, t.email)
      .where(sql`${t.state} in ('submitted', 'approved', 'waitlisted')`),
    index("participations_event").on(t.eventId, t.state, t.arrival),
    check("participations_email_lower", sql`${t.email} = lower(${t.email})`),
    check("participations_organisation", sql`${t.organisationId} is null or ${t.organisationName} = ''`),
  ],
);

/**
 * A personal link to a registration: 128 random bits, kept as SHA-256 only. Every mail carries one of its own, so that
 * an earlier mail goes on working.
 */
export const participationLinks = pgTable(
  "participation_links",
  {
    hash: text("hash").primaryKey(),
    participationId: uuid("participation_id")
      .notNull()
      .references(() => participations.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [index("participation_links_participation").on(t.participationId)],
);
