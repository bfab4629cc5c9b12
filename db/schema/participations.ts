import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type Locale, participationLevels, participationSources, participationStates } from "@/db/enums";
import { instant } from "./columns";
import { delegations } from "./delegations";
import { events } from "./events";
import { files } from "./files";
import { organisations } from "./organisations";
import { people } from "./people";
import { participationClass, poolKind } from "./vocabulary";

export const participationState = pgEnum("participation_state", participationStates);
export const participationSource = pgEnum("participation_source", participationSources);
export const participationLevel = pgEnum("participation_level", participationLevels);

/** One person at one event. */
export const participations = pgTable(
  "participations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "restrict" }),
    /** Nominated as part of it; whoever registered by themselves belongs to none. */
    delegationId: uuid("delegation_id").references((): AnyPgColumn => delegations.id, {
      onDelete: "restrict",
    }),
    /** As it stands in the directory of people, where it does: the roles in the agenda hang on that. */
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    /** Exactly as given; how it is printed is rendering. */
    name: text("name").notNull(),
    /** For sorting only, where the given name does not begin with it. */
    familyName: text("family_name").notNull().default(""),
    /** "H.E. Ms.", "Dr": printed before the name. */
    courtesyTitle: text("courtesy_title").notNull().default(""),
    /** A principal of a delegation may have none: mails go to its focal points. */
    email: text("email"),
    functionalTitle: text("functional_title").notNull().default(""),
    organisationId: uuid("organisation_id").references(() => organisations.id, {
      onDelete: "restrict",
    }),
    /** Written by hand where the organisation is not one we know. */
    organisationName: text("organisation_name").notNull().default(""),
    class: participationClass("class").notNull().default("delegate"),
    level: participationLevel("level").notNull().default("other"),
    /** The one who stands in for the head of the delegation. */
    alternate: boolean("alternate").notNull().default(false),
    state: participationState("state").notNull(),
    stateReason: text("state_reason").notNull().default(""),
    stateAt: instant("state_at").notNull().defaultNow(),
    /** The share of the capacity they draw on first. */
    pool: poolKind("pool").notNull().default("open"),
    /** The share their seat is taken from; null while they hold none. Counting these is counting the seats taken. */
    seatPool: poolKind("seat_pool"),
    /** On the waiting list with an offered seat: it is kept until then. */
    offerExpiresAt: instant("offer_expires_at"),
    /** Why a seat was given above the capacity of its pool; empty where it was not. */
    overrideReason: text("override_reason").notNull().default(""),
    /** The participation this one took the place of. */
    replacesId: uuid("replaces_id").references((): AnyPgColumn => participations.id, {
      onDelete: "set null",
    }),
    /** Place in the order of arrival: the waiting list is promoted by it. */
    arrival: bigserial("arrival", { mode: "number" }).notNull(),
    /** Sensitive; erased some weeks after the event. */
    accessNeeds: text("access_needs").notNull().default(""),
    dietaryNeeds: text("dietary_needs").notNull().default(""),
    needsErasedAt: instant("needs_erased_at"),
    photoId: uuid("photo_id").references(() => files.id, { onDelete: "set null" }),
    /** When the person agreed to stand on the public list of participants. */
    listingConsentedAt: instant("listing_consented_at"),
    tags: text("tags").array().notNull().default(sql`'{}'`),
    /** The key of the row in the list it was imported from: a later import with it updates. */
    externalKey: text("external_key"),
    locale: text("locale").$type<Locale>().notNull(),
    source: participationSource("source").notNull(),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    /** When everything that names the person was erased. */
    erasedAt: instant("erased_at"),
  },
  (t) => [
    uniqueIndex("participations_live_email")
      .on(t.eventId, t.email)
      .where(
        sql`${t.state} in ('nominated', 'submitted', 'pre_approved', 'approved', 'waitlisted', 'on_hold')`,
      ),
    uniqueIndex("participations_one_head")
      .on(t.delegationId)
      .where(
        sql`${t.class} = 'head' and ${t.state} in ('nominated', 'submitted', 'pre_approved', 'approved', 'waitlisted', 'on_hold')`,
      ),
    uniqueIndex("participations_one_alternate")
      .on(t.delegationId)
      .where(
        sql`${t.alternate} and ${t.state} in ('nominated', 'submitted', 'pre_approved', 'approved', 'waitlisted', 'on_hold')`,
      ),
    uniqueIndex("participations_external_key").on(t.eventId, t.externalKey),
    uniqueIndex("participations_replaces").on(t.replacesId),
    index("participations_event").on(t.eventId, t.state, t.arrival),
    index("participations_event_name").on(t.eventId, t.name),
    index("participations_event_updated").on(t.eventId, t.updatedAt),
    index("participations_seats").on(t.eventId, t.seatPool).where(sql`${t.seatPool} is not null`),
    index("participations_delegation").on(t.delegationId),
    index("participations_offers").on(t.offerExpiresAt).where(sql`${t.offerExpiresAt} is not null`),
    check("participations_email_lower", sql`${t.email} = lower(${t.email})`),
    check(
      "participations_reachable",
      sql`${t.email} is not null or ${t.delegationId} is not null or ${t.erasedAt} is not null`,
    ),
    check("participations_organisation", sql`${t.organisationId} is null or ${t.organisationName} = ''`),
    check("participations_head_of_delegation", sql`${t.class} <> 'head' or ${t.delegationId} is not null`),
    check("participations_approved_has_seat", sql`${t.state} <> 'approved' or ${t.seatPool} is not null`),
    check(
      "participations_no_seat_when_gone",
      sql`${t.state} not in ('nominated', 'declined', 'withdrawn', 'replaced') or ${t.seatPool} is null`,
    ),
    check(
      "participations_offer",
      sql`${t.offerExpiresAt} is null or (${t.state} = 'waitlisted' and ${t.seatPool} is not null)`,
    ),
    check(
      "participations_waiting_has_no_seat",
      sql`${t.state} <> 'waitlisted' or (${t.seatPool} is null) = (${t.offerExpiresAt} is null)`,
    ),
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
