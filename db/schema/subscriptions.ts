import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { type AnnouncementKind, cadences, type Locale } from "@/db/enums";
import { instant } from "./columns";

export const cadence = pgEnum("cadence", cadences);

/** Somebody who wants to be told of news by mail. It begins when the link in the first mail was opened. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** Erased when it has ended. */
    email: text("email").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    cadence: cadence("cadence").notNull().default("at_once"),
    /** Of which kinds; none named is all. */
    kinds: text("kinds").array().$type<AnnouncementKind[]>().notNull().default(sql`'{}'`),
    askedAt: instant("asked_at").notNull(),
    /** SHA-256 of the link that confirms it. */
    tokenHash: text("token_hash").notNull(),
    confirmedAt: instant("confirmed_at"),
    endedAt: instant("ended_at"),
    /** Until when the digest has told. */
    toldUntil: instant("told_until"),
  },
  (t) => [
    uniqueIndex("subscriptions_live").on(t.email).where(sql`${t.endedAt} is null`),
    uniqueIndex("subscriptions_token").on(t.tokenHash),
    check("subscriptions_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

/** A journalist or newsroom of the press list, who is sent texts in advance and on the day. Erased when removed. */
export const pressRecipients = pgTable(
  "press_recipients",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    outlet: text("outlet").notNull().default(""),
    email: text("email").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    addedAt: instant("added_at").notNull(),
    addedBy: text("added_by").notNull(),
    removedAt: instant("removed_at"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    uniqueIndex("press_recipients_live").on(t.email).where(sql`${t.removedAt} is null`),
    index("press_recipients_name").on(t.name),
    check("press_recipients_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);
