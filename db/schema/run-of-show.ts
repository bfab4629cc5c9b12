import { sql } from "drizzle-orm";
import { check, date, index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { cueAnchors } from "@/db/enums";
import { agendaItems } from "./agenda";
import { instant } from "./columns";
import { events } from "./events";

export const cueAnchor = pgEnum("cue_anchor", cueAnchors);

/**
 * A row of the run of show: who does what where, so many minutes from the start or the end of an item of the working
 * draft, or at a time of a day. Internal: it is in no release. A row whose item was taken out stays, without a time.
 */
export const cues = pgTable(
  "cues",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    anchor: cueAnchor("anchor").notNull(),
    itemId: uuid("item_id").references(() => agendaItems.id, { onDelete: "set null" }),
    /** The day in the event's zone, for a row that hangs on no item. */
    day: date("day"),
    /** Minutes after (negative: before) what it hangs on; of a day, after its midnight by the clock on the wall. */
    offsetMinutes: integer("offset_minutes").notNull(),
    cue: text("cue").notNull(),
    owner: text("owner").notNull().default(""),
    place: text("place").notNull().default(""),
    note: text("note").notNull().default(""),
    /** How long it is meant to take; null is not said. */
    plannedMinutes: integer("planned_minutes"),
    /** The order among rows of the same time. */
    position: integer("position").notNull().default(0),
    /** When it was done in fact. */
    doneAt: instant("done_at"),
    doneByName: text("done_by_name"),
    /** Of what is written; a tick changes none of that. */
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("cues_event").on(t.eventId),
    index("cues_item").on(t.itemId),
    check("cues_anchor", sql`(${t.anchor} = 'day') = (${t.day} is not null)`),
    check("cues_one_anchor", sql`${t.day} is null or ${t.itemId} is null`),
    check("cues_offset", sql`${t.offsetMinutes} between -1440 and 1440`),
    check("cues_day_offset", sql`${t.day} is null or ${t.offsetMinutes} between 0 and 1439`),
    check("cues_words", sql`${t.cue} <> ''`),
    check("cues_planned", sql`${t.plannedMinutes} between 1 and 1440`),
    check("cues_done", sql`(${t.doneAt} is null) = (${t.doneByName} is null)`),
  ],
);
