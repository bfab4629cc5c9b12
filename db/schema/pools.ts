import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { events, promotionPolicy } from "./events";
import { participations } from "./participations";
import { participationClass, poolKind } from "./vocabulary";

/**
 * A share of an event's capacity. The sum of an event's pools is its capacity: a deferred trigger holds it. An event
 * without limit has none.
 */
export const eventPools = pgTable(
  "event_pools",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    kind: poolKind("kind").notNull(),
    seats: integer("seats").notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.kind] }), check("event_pools_seats", sql`${t.seats} >= 0`)],
);

/** A class that an event has, with the quota of a delegation in it, in the order of priority. */
export const eventClasses = pgTable(
  "event_classes",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    class: participationClass("class").notNull(),
    /** How many of this class a delegation may have; null is without limit. */
    quota: integer("quota"),
    position: integer("position").notNull(),
    /** The zones its badge opens, as printed: "Blue, Red". */
    zones: text("zones").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.class] }),
    check("event_classes_quota", sql`${t.quota} is null or ${t.quota} >= 0`),
    check("event_classes_one_head", sql`${t.class} <> 'head' or ${t.quota} = 1`),
  ],
);

/** One move from the waiting list to a seat: who moved up from where, and who was passed over and why. */
export const promotions = pgTable(
  "promotions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    participationId: uuid("participation_id")
      .notNull()
      .references(() => participations.id, { onDelete: "cascade" }),
    pool: poolKind("pool").notNull(),
    policy: promotionPolicy("policy").notNull(),
    at: instant("at").notNull(),
    /** Those before them in line, with why: `no_seat_in_pool`, `lower_class`, `chosen_by_hand`. */
    passedOver: jsonb("passed_over").$type<{ id: string; reason: string }[]>().notNull().default([]),
  },
  (t) => [
    index("promotions_event").on(t.eventId, t.at),
    index("promotions_passed_over").using("gin", sql`${t.passedOver} jsonb_path_ops`),
  ],
);
