import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { announcementKinds, type Locale, reviewSteps } from "@/db/enums";
import { instant } from "./columns";
import { events } from "./events";
import { memberships } from "./organisations";
import { periods } from "./periods";
import { releases } from "./releases";
import { unpublishReason } from "./vocabulary";

export const announcementKind = pgEnum("announcement_kind", announcementKinds);
export const reviewStep = pgEnum("review_step", reviewSteps);

/** A rich text as the editor's JSON: a tree of nodes from the closed list in `domain/announcements/rules`. */
export type RichText = {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: RichText[];
};

/** A published piece: one document, one edition per language. */
export const announcements = pgTable(
  "announcements",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull(),
    kind: announcementKind("kind").notNull(),
    eventId: uuid("event_id").references(() => events.id, {
      onDelete: "restrict",
    }),
    tags: text("tags").array().notNull().default(sql`'{}'`),
    /** Set by hand: the period it belongs to, where the one of its day is not it. */
    periodId: uuid("period_id").references(() => periods.id, { onDelete: "restrict" }),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("announcements_slug_key").on(t.slug)],
);

/** The membership spells a new-member announcement is about: publishing it makes them public at the same instant. */
export const announcementMemberships = pgTable(
  "announcement_memberships",
  {
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id, { onDelete: "cascade" }),
    membershipId: uuid("membership_id")
      .notNull()
      .references(() => memberships.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.announcementId, t.membershipId] }),
    index("announcement_memberships_membership").on(t.membershipId),
  ],
);

/** An immutable numbered snapshot of one language's edition. A trigger refuses UPDATE and DELETE. */
export const announcementRevisions = pgTable(
  "announcement_revisions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id, { onDelete: "restrict" }),
    locale: text("locale").$type<Locale>().notNull(),
    number: integer("number").notNull(),
    basedOnId: uuid("based_on_id").references((): AnyPgColumn => announcementRevisions.id, {
      onDelete: "restrict",
    }),
    /** For a translation: the revision of the original it was made of, so that an outdated one is known. */
    translationOfId: uuid("translation_of_id").references((): AnyPgColumn => announcementRevisions.id, {
      onDelete: "restrict",
    }),
    title: text("title").notNull(),
    lead: text("lead").notNull().default(""),
    body: jsonb("body").$type<RichText>().notNull(),
    /** Place and day as printed before the text: Stockholm, 1 June 2022. */
    dateline: text("dateline").notNull().default(""),
    /** Whom the press may ask, in this language; a twin may have none. */
    pressContact: text("press_contact").notNull().default(""),
    /** Who wrote it, as they are named. */
    authors: text("authors").array().notNull().default(sql`'{}'`),
    cover: jsonb("cover").$type<{ mediaId: string; alt: string; credit: string }>(),
    /**
     * Of a translation: by the key of each of its parts, the mark of the original's words it was made of. Of an
     * original: the mark under which a part goes on whose change has no effect on translations.
     */
    translatedFrom: jsonb("translated_from").$type<Record<string, string>>().notNull().default({}),
    /** Kept while somebody wrote, not when they said so. */
    automatic: boolean("automatic").notNull().default(false),
    savedAt: instant("saved_at").notNull().defaultNow(),
    savedBy: uuid("saved_by"),
    savedByName: text("saved_by_name").notNull(),
  },
  (t) => [
    unique("announcement_revisions_number").on(t.announcementId, t.locale, t.number),
    unique("announcement_revisions_of").on(t.id, t.announcementId, t.locale),
  ],
);

/** Makes one revision of one language public from an instant; a withdrawal ends it, with its reason. */
export const announcementPublications = pgTable(
  "announcement_publications",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    announcementId: uuid("announcement_id").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    revisionId: uuid("revision_id").notNull(),
    publicFrom: instant("public_from").notNull(),
    /** The zone in which the instant was said. */
    zone: text("zone").notNull().default("UTC"),
    /** What changed since the edition before, for the public; a major change is told, a minor one is not. */
    changeNote: text("change_note").notNull().default(""),
    major: boolean("major").notNull().default(true),
    /** Why it was published without a second pair of eyes; marked until somebody approves it afterwards. */
    forcedReason: text("forced_reason").notNull().default(""),
    releaseId: uuid("release_id").references(() => releases.id, { onDelete: "restrict" }),
    /** When subscribers and other systems were told of it. */
    toldAt: instant("told_at"),
    publishedAt: instant("published_at").notNull().defaultNow(),
    publishedBy: uuid("published_by"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by"),
    withdrawalReason: text("withdrawal_reason").notNull().default(""),
    /** Why it was taken back; without one it only gave way to a newer edition. */
    withdrawalKind: unpublishReason("withdrawal_kind"),
    /** Where a text taken back in error or merged leads to. */
    leadsToId: uuid("leads_to_id").references(() => announcements.id, { onDelete: "restrict" }),
  },
  (t) => [
    index("announcement_publications_announcement").on(t.announcementId, t.locale),
    uniqueIndex("announcement_publications_live")
      .on(t.announcementId, t.locale)
      .where(sql`${t.withdrawnAt} is null`),
    foreignKey({
      name: "announcement_publications_revision",
      columns: [t.revisionId, t.announcementId, t.locale],
      foreignColumns: [
        announcementRevisions.id,
        announcementRevisions.announcementId,
        announcementRevisions.locale,
      ],
    }).onDelete("restrict"),
    check(
      "announcement_publications_withdrawal",
      sql`${t.withdrawnAt} is not null or ${t.withdrawalKind} is null`,
    ),
    check(
      "announcement_publications_leads",
      sql`(${t.withdrawalKind} is distinct from 'merged' or ${t.leadsToId} is not null) and ${t.leadsToId} is distinct from ${t.announcementId}`,
    ),
    check("announcement_publications_reason", sql`${t.withdrawnAt} is null or ${t.withdrawalReason} <> ''`),
  ],
);
