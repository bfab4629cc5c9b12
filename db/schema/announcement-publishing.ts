import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Locale } from "@/db/enums";
import { announcementRevisions, announcements, reviewStep } from "./announcements";
import { instant, localized } from "./columns";
import { media } from "./media";

/**
 * The addresses of an announcement in each language, present and former; a former one leads to the present one for
 * good. A language without one of its own has that of the announcement.
 */
export const announcementAddresses = pgTable(
  "announcement_addresses",
  {
    locale: text("locale").$type<Locale>().notNull(),
    slug: text("slug").notNull(),
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id, { onDelete: "restrict" }),
    present: boolean("present").notNull(),
    since: instant("since").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.locale, t.slug] }),
    uniqueIndex("announcement_addresses_present").on(t.announcementId, t.locale).where(sql`${t.present}`),
  ],
);

/** What a second pair of eyes said of one revision. */
export const announcementReviews = pgTable(
  "announcement_reviews",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id, { onDelete: "restrict" }),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => announcementRevisions.id, { onDelete: "restrict" }),
    step: reviewStep("step").notNull(),
    remark: text("remark").notNull().default(""),
    at: instant("at").notNull(),
    by: uuid("by"),
    byName: text("by_name").notNull(),
  },
  (t) => [
    index("announcement_reviews_announcement").on(t.announcementId, t.at),
    uniqueIndex("announcement_reviews_approved").on(t.revisionId).where(sql`${t.step} = 'approved'`),
    check("announcement_reviews_remark", sql`${t.step} not in ('remarked', 'returned') or ${t.remark} <> ''`),
  ],
);

/** A link by which somebody without an account reads a draft; it expires and can be taken back. */
export const previewLinks = pgTable(
  "preview_links",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id, { onDelete: "cascade" }),
    locale: text("locale").$type<Locale>().notNull(),
    /** For whom it was made. */
    note: text("note").notNull().default(""),
    tokenHash: text("token_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("preview_links_token").on(t.tokenHash),
    index("preview_links_announcement").on(t.announcementId),
    check("preview_links_order", sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);

/** Which pictures and files a revision shows: through it they are public, or not. */
export const announcementMedia = pgTable(
  "announcement_media",
  {
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => announcementRevisions.id, { onDelete: "cascade" }),
    mediaId: uuid("media_id")
      .notNull()
      .references(() => media.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.mediaId] }),
    index("announcement_media_media").on(t.mediaId),
  ],
);

/** A paragraph that is used again: about the group, about a parent event. */
export const boilerplates = pgTable("boilerplates", {
  id: uuid("id").primaryKey().defaultRandom(),
  name: text("name").notNull(),
  removedAt: instant("removed_at"),
  createdAt: instant("created_at").notNull(),
});

/** An immutable version of a boilerplate; a text names the one it was written with. */
export const boilerplateVersions = pgTable(
  "boilerplate_versions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    boilerplateId: uuid("boilerplate_id")
      .notNull()
      .references(() => boilerplates.id, { onDelete: "restrict" }),
    number: integer("number").notNull(),
    heading: localized("heading").notNull().default({}),
    text: localized("text").notNull(),
    savedAt: instant("saved_at").notNull(),
    savedBy: text("saved_by").notNull(),
  },
  (t) => [unique("boilerplate_versions_number").on(t.boilerplateId, t.number)],
);
