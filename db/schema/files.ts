import { sql } from "drizzle-orm";
import { check, customType, index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { filePurposes, fileStores } from "@/db/enums";
import { instant } from "./columns";
import { events } from "./events";

export const filePurpose = pgEnum("file_purpose", filePurposes);

export const fileStore = pgEnum("file_store", fileStores);

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * A file somebody handed in. It is read only through the thing it belongs to, whose rights decide; erasing it takes
 * the content and the name and leaves the row.
 */
export const files = pgTable(
  "files",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    purpose: filePurpose("purpose").notNull(),
    /** Of what belongs to a statement without an event there is none. */
    eventId: uuid("event_id").references(() => events.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** Found out from the content, never from what the sender says. */
    contentType: text("content_type").notNull(),
    /** Bytes. */
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    /** Where the bytes are: here, or under this row's id in the object store of the installation. */
    store: fileStore("store").notNull().default("database"),
    content: bytes("content"),
    createdAt: instant("created_at").notNull().defaultNow(),
    erasedAt: instant("erased_at"),
  },
  (t) => [
    index("files_event").on(t.eventId, t.purpose),
    check(
      "files_erased",
      sql`case ${t.store} when 's3' then ${t.content} is null else (${t.content} is null) = (${t.erasedAt} is not null) end`,
    ),
    check("files_size", sql`${t.size} between 0 and 100000000`),
  ],
);
