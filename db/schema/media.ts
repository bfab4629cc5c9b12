import { integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { mediaKinds } from "@/db/enums";
import { instant, localized } from "./columns";
import { files } from "./files";

export const mediaKind = pgEnum("media_kind", mediaKinds);

/**
 * A picture, a film or a file of the library. It has no address of its own: it is read through the text that shows it,
 * whose visibility decides.
 */
export const media = pgTable("media", {
  id: uuid("id").primaryKey().defaultRandom(),
  kind: mediaKind("kind").notNull(),
  name: text("name").notNull(),
  /** A picture is kept as it was drawn anew here: turned upright, without what the camera wrote into it. */
  fileId: uuid("file_id")
    .notNull()
    .references(() => files.id, { onDelete: "restrict" }),
  /** Pixels, of a picture. */
  width: integer("width"),
  height: integer("height"),
  alt: localized("alt").notNull().default({}),
  credit: text("credit").notNull().default(""),
  createdAt: instant("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  removedAt: instant("removed_at"),
  revision: integer("revision").notNull().default(1),
});

/** A picture in a smaller size, by its width in pixels. */
export const mediaVariants = pgTable(
  "media_variants",
  {
    mediaId: uuid("media_id")
      .notNull()
      .references(() => media.id, { onDelete: "cascade" }),
    width: integer("width").notNull(),
    fileId: uuid("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "restrict" }),
  },
  (t) => [primaryKey({ columns: [t.mediaId, t.width] })],
);
