import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type SpeakingClass, speakerStates, speakingClasses } from "@/db/enums";
import { agendaItems } from "./agenda";
import { instant } from "./columns";
import { events } from "./events";
import { files } from "./files";
import { organisations } from "./organisations";
import { participations } from "./participations";

export const speakingClass = pgEnum("speaking_class", speakingClasses);
export const speakerState = pgEnum("speaker_state", speakerStates);

/** Seconds each may speak: by class, and whoever speaks for a group. */
export type SpeakingLimits = Record<SpeakingClass | "group", number>;

/** The speakers' list of an agenda item. Its row is the queue: every step of the list locks it. */
export const speakersLists = pgTable(
  "speakers_lists",
  {
    itemId: uuid("item_id")
      .primaryKey()
      .references(() => agendaItems.id, { onDelete: "cascade" }),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    limits: jsonb("limits").$type<SpeakingLimits>().notNull(),
    /** Since when delegations can no longer ask for the floor themselves; null: they can. */
    closedAt: instant("closed_at"),
    openedAt: instant("opened_at").notNull(),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [index("speakers_lists_event").on(t.eventId)],
);

/**
 * A request for the floor and what became of it. The order follows from the slot (class, time, number), which is the
 * request's own until it is swapped; the timer from instants and milliseconds used, so that every screen tells the same.
 */
export const speakers = pgTable(
  "speakers",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => speakersLists.itemId, { onDelete: "cascade" }),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    /** Who of the delegation will speak, where it is known: the name is asked at reading time. */
    participationId: uuid("participation_id").references(() => participations.id, { onDelete: "set null" }),
    /** The group in whose name they speak; empty: their own. */
    onBehalfOf: text("on_behalf_of").notNull().default(""),
    class: speakingClass("class").notNull(),
    state: speakerState("state").notNull().default("waiting"),
    inscribedAt: instant("inscribed_at").notNull(),
    inscribedBy: text("inscribed_by").notNull(),
    /** Tells apart what was inscribed at the same instant. */
    number: bigserial("number", { mode: "number" }).notNull(),
    slotClass: speakingClass("slot_class").notNull(),
    slotAt: instant("slot_at").notNull(),
    slotNumber: bigint("slot_number", { mode: "number" }).notNull(),
    /** Place in the list, counted from 1 and those who have spoken, that was given against the order; and why. */
    pinnedTo: integer("pinned_to"),
    pinReason: text("pin_reason").notNull().default(""),
    calledAt: instant("called_at"),
    absentAt: instant("absent_at"),
    /** Seconds they may speak in all, fixed when they got the floor; grows where it is extended. */
    limitSeconds: integer("limit_seconds"),
    startedAt: instant("started_at"),
    /** Since when the clock runs; null while it is paused. */
    runningSince: instant("running_since"),
    /** Milliseconds spoken before `runningSince`. */
    usedMs: integer("used_ms").notNull().default(0),
    endedAt: instant("ended_at"),
    /** The text as handed in; not public before it was delivered. */
    speechId: uuid("speech_id").references(() => files.id, { onDelete: "set null" }),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    index("speakers_item").on(t.itemId, t.state),
    index("speakers_event").on(t.eventId, t.organisationId),
    uniqueIndex("speakers_one_floor").on(t.itemId).where(sql`${t.state} = 'speaking'`),
    uniqueIndex("speakers_once")
      .on(t.itemId, t.organisationId, sql`lower(${t.onBehalfOf})`)
      .where(sql`${t.state} in ('waiting', 'absent', 'speaking')`),
    check("speakers_pin", sql`${t.pinnedTo} > 0 and ${t.pinReason} <> '' or ${t.pinnedTo} is null`),
    check("speakers_absent", sql`(${t.state} = 'absent') = (${t.absentAt} is not null)`),
    check("speakers_floor", sql`(${t.state} in ('speaking', 'spoken')) = (${t.startedAt} is not null)`),
    check("speakers_limit", sql`(${t.startedAt} is null) = (${t.limitSeconds} is null)`),
    check("speakers_running", sql`${t.runningSince} is null or ${t.state} = 'speaking'`),
    check("speakers_ended", sql`(${t.state} = 'spoken') = (${t.endedAt} is not null)`),
    check("speakers_used", sql`${t.usedMs} >= 0`),
  ],
);

/** A swap of two places, asked for by one side and done when both have agreed. */
export const speakerSwaps = pgTable(
  "speaker_swaps",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => speakersLists.itemId, { onDelete: "cascade" }),
    firstId: uuid("first_id")
      .notNull()
      .references(() => speakers.id, { onDelete: "cascade" }),
    secondId: uuid("second_id")
      .notNull()
      .references(() => speakers.id, { onDelete: "cascade" }),
    reason: text("reason").notNull(),
    askedAt: instant("asked_at").notNull(),
    firstAgreedAt: instant("first_agreed_at"),
    firstAgreedBy: text("first_agreed_by").notNull().default(""),
    secondAgreedAt: instant("second_agreed_at"),
    secondAgreedBy: text("second_agreed_by").notNull().default(""),
    declinedAt: instant("declined_at"),
    doneAt: instant("done_at"),
  },
  (t) => [
    index("speaker_swaps_item").on(t.itemId),
    uniqueIndex("speaker_swaps_open")
      .on(sql`least(${t.firstId}, ${t.secondId})`, sql`greatest(${t.firstId}, ${t.secondId})`)
      .where(sql`${t.doneAt} is null and ${t.declinedAt} is null`),
    check("speaker_swaps_two", sql`${t.firstId} <> ${t.secondId}`),
    check("speaker_swaps_reason", sql`${t.reason} <> ''`),
    check(
      "speaker_swaps_both",
      sql`${t.doneAt} is null or (${t.firstAgreedAt} is not null and ${t.secondAgreedAt} is not null and ${t.declinedAt} is null)`,
    ),
  ],
);

/** Somebody on a published version of a list: no names, which are asked for when they have the floor. */
export type ListedSpeaker = { organisationId: string; class: SpeakingClass; onBehalfOf: string };

/** A dated public version of a speakers' list, never changed. */
export const speakersVersions = pgTable(
  "speakers_versions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => speakersLists.itemId, { onDelete: "cascade" }),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    content: jsonb("content").$type<ListedSpeaker[]>().notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: text("published_by").notNull(),
  },
  (t) => [
    uniqueIndex("speakers_versions_key").on(t.itemId, t.number),
    check("speakers_versions_number", sql`${t.number} > 0`),
  ],
);
