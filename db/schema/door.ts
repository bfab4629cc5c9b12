import { sql } from "drizzle-orm";
import {
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
import { checkInKinds } from "@/db/enums";
import { day, instant } from "./columns";
import { events } from "./events";
import { participations } from "./participations";

export const checkInKind = pgEnum("check_in_kind", checkInKinds);

/** A printed badge. Its code is kept as a hash only; printing anew voids the one before. */
export const badges = pgTable(
  "badges",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    participationId: uuid("participation_id")
      .notNull()
      .references(() => participations.id, { onDelete: "cascade" }),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** 1 for the first badge of a participation. */
    number: integer("number").notNull(),
    codeHash: text("code_hash").notNull(),
    printedAt: instant("printed_at").notNull(),
    printedByName: text("printed_by_name").notNull(),
    /** Why it was printed again; empty for the first. */
    reason: text("reason").notNull().default(""),
    voidedAt: instant("voided_at"),
  },
  (t) => [
    uniqueIndex("badges_code").on(t.codeHash),
    uniqueIndex("badges_number").on(t.participationId, t.number),
    uniqueIndex("badges_one_valid").on(t.participationId).where(sql`${t.voidedAt} is null`),
    index("badges_event").on(t.eventId),
    check("badges_reprint_reason", sql`${t.number} = 1 or ${t.reason} <> ''`),
  ],
);

/**
 * What a door saw: only ever added to. `nonce` comes from the device, so that a scan sent twice counts once; `day` is
 * the day in the event's zone. A conflict is kept and shown, never dropped.
 */
export const checkIns = pgTable(
  "check_ins",
  {
    nonce: uuid("nonce").primaryKey(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    participationId: uuid("participation_id")
      .notNull()
      .references(() => participations.id, { onDelete: "cascade" }),
    kind: checkInKind("kind").notNull(),
    day: day("day").notNull(),
    /** When the device saw it, by the device's clock as far as it can be true. */
    at: instant("at").notNull(),
    receivedAt: instant("received_at").notNull(),
    device: text("device").notNull().default(""),
    byId: uuid("by_id").notNull(),
    byName: text("by_name").notNull(),
    /** Whether it was decided without the server. */
    offline: boolean("offline").notNull().default(false),
    /** `already_in`, `not_approved`, `void_badge`; empty where there was none. */
    conflict: text("conflict").notNull().default(""),
  },
  (t) => [
    index("check_ins_participation").on(t.participationId, t.day, t.at),
    index("check_ins_event").on(t.eventId, t.day),
  ],
);
