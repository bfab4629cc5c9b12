import { sql } from "drizzle-orm";
import { check, integer, pgEnum, pgTable, uuid } from "drizzle-orm/pg-core";
import { periodKinds } from "@/db/enums";
import { day, instant, localized } from "./columns";
import { organisations } from "./organisations";

export const periodKind = pgEnum("period_kind", periodKinds);

/** A government's, a phase's or a presidency's term. What belongs to a closed one carries a banner, and stays. */
export const periods = pgTable(
  "periods",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    kind: periodKind("kind").notNull(),
    name: localized("name").notNull(),
    /** Of a government, whose. */
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "restrict" }),
    fromOn: day("from_on").notNull(),
    /** The first day on which it was over; open while it lasts. */
    toOn: day("to_on"),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    check("periods_order", sql`${t.toOn} is null or ${t.toOn} > ${t.fromOn}`),
    check("periods_government", sql`${t.kind} <> 'government' or ${t.organisationId} is not null`),
  ],
);
