import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { datePrecisions, organisationKinds, type Sector } from "@/db/enums";
import { day, instant, localized } from "./columns";

export const organisationKind = pgEnum("organisation_kind", organisationKinds);
export const datePrecision = pgEnum("date_precision", datePrecisions);

/** A country, company, international organisation, NGO, academic body or host. */
export const organisations = pgTable(
  "organisations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull(),
    kind: organisationKind("kind").notNull(),
    name: localized("name").notNull(),
    formalName: localized("formal_name").notNull().default({}),
    /** ISO 3166-1 alpha-2: the country itself, or where a company has its seat. */
    country: text("country"),
    sectors: text("sectors").array().$type<Sector[]>().notNull().default(sql`'{}'`),
    website: text("website"),
    /**
     * A picture of the library, public through its page as a member. The foreign key is in the migration, for media lead
     * by files and events back to here.
     */
    logoId: uuid("logo_id"),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("organisations_slug_key").on(t.slug),
    uniqueIndex("organisations_country_key").on(t.country).where(sql`${t.kind} = 'country'`),
    check("organisations_country_code", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("organisations_country_has_code", sql`${t.kind} <> 'country' or ${t.country} is not null`),
  ],
);

/**
 * A spell of an organisation in the group. Whether it is a member on a date is computed.
 * `publicFrom` is written by the announcement's release (or at once for a spell already known): see `isPublic`.
 */
export const memberships = pgTable(
  "memberships",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    joinedOn: day("joined_on").notNull(),
    joinedPrecision: datePrecision("joined_precision").notNull().default("day"),
    leftOn: day("left_on"),
    leftPrecision: datePrecision("left_precision"),
    /** How it came about, for the secretariat. */
    note: text("note").notNull().default(""),
    publicFrom: instant("public_from"),
    withdrawnAt: instant("withdrawn_at"),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("memberships_organisation").on(t.organisationId),
    check("memberships_order", sql`${t.leftOn} is null or ${t.leftOn} > ${t.joinedOn}`),
    check("memberships_left_precision", sql`(${t.leftOn} is null) = (${t.leftPrecision} is null)`),
    // The exclusion constraint "memberships_no_overlap" (one spell of an organisation at a time) is in the migration.
  ],
);

/** What an organisation was called until a day: its name of today is on its own row. */
export const organisationNames = pgTable(
  "organisation_names",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    name: localized("name").notNull(),
    formalName: localized("formal_name").notNull().default({}),
    /** The first day on which it was called so no more. */
    untilOn: day("until_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (t) => [unique("organisation_names_until").on(t.organisationId, t.untilOn)],
);
