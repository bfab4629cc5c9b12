import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { events } from "./events";

/** A list of people being imported: its rows as read, how its columns are meant, and what became of each row. */
export const imports = pgTable(
  "imports",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    headers: text("headers").array().notNull(),
    /** For each column its field's name, or the empty text where it is left out. */
    mapping: text("mapping").array().notNull(),
    /** Whether those who are new get a mail. */
    mails: boolean("mails").notNull().default(false),
    total: integer("total").notNull(),
    /** Rows looked at by the check, then by the import itself. */
    checked: integer("checked").notNull().default(0),
    done: integer("done").notNull().default(0),
    createdById: uuid("created_by_id"),
    createdByName: text("created_by_name").notNull(),
    createdAt: instant("created_at").notNull(),
    checkedAt: instant("checked_at"),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    erasedAt: instant("erased_at"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    index("imports_event").on(t.eventId, t.createdAt),
    check("imports_mapping", sql`cardinality(${t.mapping}) = cardinality(${t.headers})`),
  ],
);

/** One row of a list being imported. */
export const importRows = pgTable(
  "import_rows",
  {
    importId: uuid("import_id")
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    /** As the spreadsheet counts, from 2: the first holds the headers. */
    number: integer("number").notNull(),
    cells: text("cells").array().notNull(),
    /** `new`, `update`, `same`, `warning`, `error`; empty before the check. */
    result: text("result").notNull().default(""),
    /** Codes of what is to be said of it, with the field concerned: `email:invalid`. */
    remarks: text("remarks").array().notNull().default(sql`'{}'`),
    participationId: uuid("participation_id"),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.number] }),
    index("import_rows_result").on(t.importId, t.result),
    check("import_rows_result_known", sql`${t.result} in ('', 'new', 'update', 'same', 'warning', 'error')`),
  ],
);

/** How a set of headers was mapped the last time, so that the next list of the same make need not be. */
export const importMappings = pgTable("import_mappings", {
  /** SHA-256 of the sorted headers. */
  headersHash: text("headers_hash").primaryKey(),
  /** Field by header. */
  fields: jsonb("fields").$type<Record<string, string>>().notNull(),
  usedAt: instant("used_at").notNull(),
});

/** An export that was taken, so that the next can be of what has changed since. */
export const participationExports = pgTable(
  "participation_exports",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    userId: uuid("user_id").notNull(),
    at: instant("at").notNull(),
    rows: integer("rows").notNull(),
  },
  (t) => [index("participation_exports_user").on(t.eventId, t.userId, t.at)],
);
