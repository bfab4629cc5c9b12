import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Locale } from "@/db/enums";
import { agendaAudience, agendaItems } from "./agenda";
import { instant, localized } from "./columns";
import { files } from "./files";

/**
 * A document of an agenda item. Who may read it is asked at reading time: never more than those its item was released
 * to. Removing it erases the file; the row says that there was one. An item with documents is not taken out.
 */
export const itemDocuments = pgTable(
  "item_documents",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    itemId: uuid("item_id").references(() => agendaItems.id, { onDelete: "set null" }),
    fileId: uuid("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
    title: localized("title").notNull(),
    audience: agendaAudience("audience").notNull(),
    position: integer("position").notNull().default(0),
    revision: integer("revision").notNull().default(1),
    addedAt: instant("added_at").notNull(),
    addedByName: text("added_by_name").notNull(),
    removedAt: instant("removed_at"),
    removedByName: text("removed_by_name"),
  },
  (t) => [
    uniqueIndex("item_documents_file").on(t.fileId),
    index("item_documents_item").on(t.itemId),
    check("item_documents_item_kept", sql`${t.itemId} is not null or ${t.removedAt} is not null`),
    check("item_documents_title", sql`${t.title} <> '{}'::jsonb`),
    check("item_documents_removed", sql`(${t.removedAt} is null) = (${t.removedByName} is null)`),
  ],
);

/** A revision of the minutes of an agenda item, never changed. An item with minutes is not taken out. */
export const minutesRevisions = pgTable(
  "minutes_revisions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    number: integer("number").notNull(),
    /** The language they are written in. */
    locale: text("locale").$type<Locale>().notNull(),
    body: text("body").notNull(),
    savedAt: instant("saved_at").notNull(),
    savedByName: text("saved_by_name").notNull(),
  },
  (t) => [
    uniqueIndex("minutes_revisions_number").on(t.itemId, t.number),
    unique("minutes_revisions_item_key").on(t.id, t.itemId),
    check("minutes_revisions_count", sql`${t.number} > 0`),
    check("minutes_revisions_body", sql`${t.body} <> ''`),
  ],
);

/** That a revision of the minutes was opened to the audience of its item, and taken back. One at a time. */
export const minutesPublications = pgTable(
  "minutes_publications",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    revisionId: uuid("revision_id").notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedByName: text("published_by_name").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    /** Why it was taken back; empty where a later revision took its place. */
    withdrawalReason: text("withdrawal_reason").notNull().default(""),
  },
  (t) => [
    foreignKey({
      name: "minutes_publications_revision_fk",
      columns: [t.revisionId, t.itemId],
      foreignColumns: [minutesRevisions.id, minutesRevisions.itemId],
    }).onDelete("restrict"),
    uniqueIndex("minutes_publications_one").on(t.itemId).where(sql`${t.withdrawnAt} is null`),
    index("minutes_publications_revision").on(t.revisionId),
    check("minutes_publications_order", sql`${t.withdrawnAt} >= ${t.publishedAt}`),
  ],
);
