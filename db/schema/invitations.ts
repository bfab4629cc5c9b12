import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "@/db/enums";
import { instant } from "./columns";
import { delegations } from "./delegations";
import { events } from "./events";
import { participations } from "./participations";
import { participationClass, poolKind } from "./vocabulary";

/**
 * A personal invitation: to a person, to come; or to a focal point, to nominate a delegation. Its state is computed
 * from its records. A guaranteed one holds a seat of its pool until it is answered, revoked or expired.
 */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** Set: it invites to nominate this delegation. */
    delegationId: uuid("delegation_id").references(() => delegations.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    name: text("name").notNull().default(""),
    locale: text("locale").$type<Locale>().notNull(),
    class: participationClass("class").notNull().default("delegate"),
    pool: poolKind("pool").notNull().default("open"),
    guaranteed: boolean("guaranteed").notNull().default(false),
    /** SHA-256 of the link's 128 random bits; a reminder carries a fresh link and the earlier one stops. */
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    openedAt: instant("opened_at"),
    acceptedAt: instant("accepted_at"),
    declinedAt: instant("declined_at"),
    declineReason: text("decline_reason").notNull().default(""),
    revokedAt: instant("revoked_at"),
    remindedAt: instant("reminded_at"),
    reminders: integer("reminders").notNull().default(0),
    participationId: uuid("participation_id").references(() => participations.id, { onDelete: "set null" }),
    erasedAt: instant("erased_at"),
  },
  (t) => [
    uniqueIndex("invitations_token").on(t.tokenHash),
    uniqueIndex("invitations_open_email")
      .on(t.eventId, t.email)
      .where(sql`${t.revokedAt} is null and ${t.declinedAt} is null and ${t.acceptedAt} is null`),
    index("invitations_event").on(t.eventId, t.createdAt),
    check("invitations_email_lower", sql`${t.email} = lower(${t.email})`),
    check("invitations_one_answer", sql`num_nonnulls(${t.acceptedAt}, ${t.declinedAt}) <= 1`),
    check("invitations_guarantee_is_personal", sql`not ${t.guaranteed} or ${t.delegationId} is null`),
  ],
);
