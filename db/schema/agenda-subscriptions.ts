import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, instant } from "./columns";
import { events } from "./events";

/**
 * The items somebody starred in an event's agenda, behind a private link that a calendar can follow. Nothing in it says
 * whose it is. Once it is revoked the list is gone and the row says only that there was one.
 */
export const agendaSubscriptions = pgTable(
  "agenda_subscriptions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** SHA-256 of the link's 128 random bits. */
    tokenHash: text("token_hash").notNull(),
    /** Items as releases name them: one that leaves the agenda stays here, so that calendars take it out. */
    itemIds: uuid("item_ids").array().notNull().default(sql`'{}'`),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** The day on which it was last asked for, in UTC. */
    lastUsedOn: day("last_used_on").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("agenda_subscriptions_token_key").on(t.tokenHash),
    index("agenda_subscriptions_event").on(t.eventId),
    check("agenda_subscriptions_token", sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check("agenda_subscriptions_items", sql`cardinality(${t.itemIds}) <= 500`),
    check("agenda_subscriptions_revoked", sql`${t.revokedAt} is null or cardinality(${t.itemIds}) = 0`),
  ],
);
