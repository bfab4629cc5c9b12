import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { agendaItems } from "./agenda";
import { announcements } from "./announcements";
import { statements } from "./statements";

/** A statement that an agenda item is about. */
export const agendaItemStatements = pgTable(
  "agenda_item_statements",
  {
    itemId: uuid("item_id")
      .notNull()
      .references(() => agendaItems.id, { onDelete: "cascade" }),
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.statementId] }),
    index("agenda_item_statements_statement").on(t.statementId),
  ],
);

/** An announcement that belongs to an agenda item. */
export const agendaItemAnnouncements = pgTable(
  "agenda_item_announcements",
  {
    itemId: uuid("item_id")
      .notNull()
      .references(() => agendaItems.id, { onDelete: "cascade" }),
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.announcementId] }),
    index("agenda_item_announcements_announcement").on(t.announcementId),
  ],
);
