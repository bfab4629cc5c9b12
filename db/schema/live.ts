import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { agendaItems } from "./agenda";
import { instant } from "./columns";
import { events } from "./events";

/** When an agenda item really began and ended, beside when it was to: written as the room goes along. */
export const itemRuns = pgTable(
  "item_runs",
  {
    itemId: uuid("item_id")
      .primaryKey()
      .references(() => agendaItems.id, { onDelete: "cascade" }),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** As released when it was started. */
    plannedStartsAt: instant("planned_starts_at").notNull(),
    plannedEndsAt: instant("planned_ends_at").notNull(),
    startedAt: instant("started_at").notNull(),
    startedBy: text("started_by").notNull(),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by").notNull().default(""),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    index("item_runs_event").on(t.eventId, t.startedAt),
    check("item_runs_order", sql`${t.endedAt} >= ${t.startedAt}`),
    check("item_runs_ended", sql`(${t.endedAt} is null) = (${t.endedBy} = '')`),
  ],
);

/**
 * How often what happens at an event has changed. Triggers raise it with every change of a release, a run, a speakers'
 * list or the event itself, in the same transaction, and notify the channel `plenary_live` of event and version.
 */
export const liveVersions = pgTable("live_versions", {
  eventId: uuid("event_id")
    .primaryKey()
    .references(() => events.id, { onDelete: "cascade" }),
  version: integer("version").notNull().default(0),
});
