import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "@/db/enums";
import { announcementRevisions, announcements } from "./announcements";
import { instant } from "./columns";
import { files } from "./files";
import { organisations } from "./organisations";
import { statementRevisions, statements } from "./statements";

/** An address a statement once had; it leads to the present one for good. */
export const statementSlugs = pgTable("statement_slugs", {
  slug: text("slug").primaryKey(),
  statementId: uuid("statement_id")
    .notNull()
    .references(() => statements.id, { onDelete: "restrict" }),
  since: instant("since").notNull(),
});

/** A named journalist's own link to a text under embargo. It ends with the embargo. */
export const pressLinks = pgTable(
  "press_links",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** What it opens: a statement or an announcement. */
    statementId: uuid("statement_id").references(() => statements.id, { onDelete: "restrict" }),
    announcementId: uuid("announcement_id").references(() => announcements.id, { onDelete: "restrict" }),
    recipient: text("recipient").notNull(),
    outlet: text("outlet").notNull().default(""),
    /** Where the link is sent; erased with the link's end. */
    email: text("email").notNull().default(""),
    tokenHash: text("token_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    revokedBy: text("revoked_by").notNull().default(""),
  },
  (t) => [
    uniqueIndex("press_links_token").on(t.tokenHash),
    index("press_links_statement").on(t.statementId),
    index("press_links_announcement").on(t.announcementId),
    check("press_links_one", sql`num_nonnulls(${t.statementId}, ${t.announcementId}) = 1`),
    check("press_links_order", sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);

/** Each time a press link was opened. */
export const pressReads = pgTable(
  "press_reads",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    linkId: uuid("link_id")
      .notNull()
      .references(() => pressLinks.id, { onDelete: "cascade" }),
    revisionId: uuid("revision_id").references(() => statementRevisions.id, { onDelete: "restrict" }),
    announcementRevisionId: uuid("announcement_revision_id").references(() => announcementRevisions.id, {
      onDelete: "restrict",
    }),
    readAt: instant("read_at").notNull(),
  },
  (t) => [index("press_reads_link").on(t.linkId, t.readAt)],
);

/** The printed form of an adopted text, made once and kept; its hash is that of the file's bytes. */
export const statementPrints = pgTable(
  "statement_prints",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "restrict" }),
    locale: text("locale").$type<Locale>().notNull(),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => statementRevisions.id, { onDelete: "restrict" }),
    fileId: uuid("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "restrict" }),
    sha256: text("sha256").notNull(),
    printedAt: instant("printed_at").notNull(),
  },
  (t) => [unique("statement_prints_once").on(t.revisionId)],
);

/** A member asked to endorse a statement: when asked, reminded and thanked. */
export const endorsementRequests = pgTable(
  "endorsement_requests",
  {
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    askedAt: instant("asked_at").notNull(),
    askedBy: text("asked_by").notNull(),
    remindedAt: instant("reminded_at"),
    thankedAt: instant("thanked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.statementId, t.organisationId] }),
    index("endorsement_requests_organisation").on(t.organisationId),
  ],
);

/** Who looked over a translation before it was published: another person than its translator. */
export const translationReviews = pgTable("translation_reviews", {
  revisionId: uuid("revision_id")
    .primaryKey()
    .references(() => statementRevisions.id, { onDelete: "restrict" }),
  reviewedBy: text("reviewed_by").notNull(),
  reviewedAt: instant("reviewed_at").notNull(),
});
