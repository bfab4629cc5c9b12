import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { day, instant, localized } from "./columns";
import { datePrecision, organisations } from "./organisations";

/** A person, with the name exactly as given. */
export const people = pgTable(
  "people",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    sortName: text("sort_name").notNull(),
    courtesyTitle: text("courtesy_title").notNull().default(""),
    email: text("email"),
    /** When the person agreed to be named in public; someone in office is named without it. */
    namingConsentedAt: instant("naming_consented_at"),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [index("people_sort_name").on(t.sortName)],
);

/** An office that someone holds: Minister for Climate, Head of Secretariat. */
export const offices = pgTable(
  "offices",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    title: localized("title").notNull(),
    organisationId: uuid("organisation_id").references(() => organisations.id, {
      onDelete: "restrict",
    }),
    /** One person holds it at a time. */
    oneHolder: boolean("one_holder").notNull().default(false),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [unique("offices_one_holder").on(t.id, t.oneHolder)],
);

/**
 * A person's dated holding of an office; the title printed beside a name is the one held on that day.
 * An open end means "not known to have ended". `fromOn` null means the start is not known.
 */
export const appointments = pgTable(
  "appointments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    officeId: uuid("office_id").notNull(),
    /** That of the office, so that the exclusion constraint "appointments_one_holder" (in the migration) can see it. */
    oneHolder: boolean("one_holder").notNull().default(false),
    fromOn: day("from_on").notNull(),
    fromPrecision: datePrecision("from_precision").notNull().default("day"),
    toOn: day("to_on"),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("appointments_key").on(t.personId, t.officeId, t.fromOn),
    index("appointments_office").on(t.officeId),
    foreignKey({
      name: "appointments_office_id_offices_id_fk",
      columns: [t.officeId, t.oneHolder],
      foreignColumns: [offices.id, offices.oneHolder],
    })
      .onUpdate("cascade")
      .onDelete("restrict"),
    check("appointments_order", sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
  ],
);
