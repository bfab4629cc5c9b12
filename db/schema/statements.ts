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
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  adoptionMethods,
  type Locale,
  type Localized,
  type ParagraphKind,
  positionKinds,
  positionSources,
  statementKinds,
} from "@/db/enums";
import { agendaItems } from "./agenda";
import { day, instant } from "./columns";
import { events } from "./events";
import { files } from "./files";
import { organisations } from "./organisations";
import { people } from "./people";
import { periods } from "./periods";
import { releases } from "./releases";
import { unpublishReason } from "./vocabulary";

export const statementKind = pgEnum("statement_kind", statementKinds);
export const adoptionMethod = pgEnum("adoption_method", adoptionMethods);
export const positionKind = pgEnum("position_kind", positionKinds);
export const positionSource = pgEnum("position_source", positionSources);

/** Who holds one option of a bracket. The bracket is named by its words (see `domain/statements/inline/rules`). */
export type Holders = { bracket: string; option: number; by: string[] };

/**
 * A paragraph of a revision. Its id is permanent across revisions and languages; its number is computed. The text may
 * hold emphasis, links, footnotes and brackets: see `domain/statements/inline/rules`.
 */
export type Paragraph = {
  id: string;
  kind: ParagraphKind;
  text: string;
  /** Of an operative paragraph: how deep it stands below a numbered one, 1 for (a), 2 for (i); absent for 1., 2., 3. */
  level?: 1 | 2;
  holders?: Holders[];
  /** The adopted paragraph of an earlier statement whose language it repeats. */
  cites?: { statementId: string; paragraphId: string };
  /** Of a translation: the authentic revision this paragraph was last made of, or found still right for. */
  source?: string;
};

/** What was done to whole paragraphs between a revision and the one it was made on; moves are computed. */
export type TextOperation =
  | { kind: "split"; paragraphId: string; into: string[] }
  | { kind: "merge"; paragraphIds: string[]; into: string };

/** A joint text of the group. Its text is in revisions, per language. */
export const statements = pgTable(
  "statements",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull(),
    kind: statementKind("kind").notNull(),
    eventId: uuid("event_id").references(() => events.id, {
      onDelete: "restrict",
    }),
    /** The language whose text is authentic; the others are translations of it. */
    authenticLocale: text("authentic_locale").$type<Locale>().notNull().default("en"),
    /** Other languages whose text is equally authentic (Vienna Convention on the Law of Treaties, article 33). */
    alsoAuthentic: text("also_authentic").array().$type<Locale[]>().notNull().default(sql`'{}'`),
    /** The statement that this one takes the place of: a change of substance after adoption. */
    supersedesId: uuid("supersedes_id").references((): AnyPgColumn => statements.id, {
      onDelete: "restrict",
    }),
    /** Set by hand: the period it belongs to, where the one of its day is not it. */
    periodId: uuid("period_id").references(() => periods.id, { onDelete: "restrict" }),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("statements_slug_key").on(t.slug),
    check("statements_supersedes_another", sql`${t.supersedesId} is distinct from ${t.id}`),
  ],
);

/** An immutable numbered snapshot of a statement's paragraphs in one language. A trigger refuses UPDATE and DELETE. */
export const statementRevisions = pgTable(
  "statement_revisions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "restrict" }),
    locale: text("locale").$type<Locale>().notNull(),
    number: integer("number").notNull(),
    /** The revision this one was made on; null for the first of its language. */
    basedOnId: uuid("based_on_id").references((): AnyPgColumn => statementRevisions.id, {
      onDelete: "restrict",
    }),
    /** For a translation: the authentic revision it translates. */
    translationOfId: uuid("translation_of_id").references((): AnyPgColumn => statementRevisions.id, {
      onDelete: "restrict",
    }),
    title: text("title").notNull(),
    paragraphs: jsonb("paragraphs").$type<Paragraph[]>().notNull(),
    /** SHA-256 (hex) of the canonical text: see `domain/statements/rules`. */
    hash: text("hash").notNull(),
    /** Said, not guessed: paragraphs that were split or merged since the revision it was made on. */
    operations: jsonb("operations").$type<TextOperation[]>().notNull().default([]),
    /** Paragraphs whose change has no effect on translations. */
    noEffectOn: uuid("no_effect_on").array().notNull().default(sql`'{}'`),
    note: text("note").notNull().default(""),
    savedAt: instant("saved_at").notNull().defaultNow(),
    savedBy: uuid("saved_by"),
    savedByName: text("saved_by_name").notNull(),
  },
  (t) => [
    unique("statement_revisions_number").on(t.statementId, t.locale, t.number),
    unique("statement_revisions_of").on(t.id, t.statementId, t.locale),
  ],
);

/** The record that binds a text: method, session, chair, time, hash. One per statement; a trigger freezes the authentic text after it. */
export const adoptions = pgTable("adoptions", {
  statementId: uuid("statement_id")
    .primaryKey()
    .references(() => statements.id, { onDelete: "restrict" }),
  revisionId: uuid("revision_id")
    .notNull()
    .references(() => statementRevisions.id, { onDelete: "restrict" }),
  hash: text("hash").notNull(),
  method: adoptionMethod("method").notNull(),
  adoptedAt: instant("adopted_at").notNull(),
  zone: text("zone").notNull(),
  /** Only the day of the adoption is known. */
  dayOnly: boolean("day_only").notNull().default(false),
  agendaItemId: uuid("agenda_item_id").references(() => agendaItems.id, {
    onDelete: "set null",
  }),
  chairId: uuid("chair_id").references(() => people.id, {
    onDelete: "restrict",
  }),
  /** Printed as it was on the day. */
  chairName: text("chair_name").notNull().default(""),
  /** The organisations that took part, by name, as they were in the room or entitled. */
  attendance: jsonb("attendance").$type<{ id: string; name: Localized }[]>().notNull().default([]),
  recordedAt: instant("recorded_at").notNull().defaultNow(),
  recordedBy: uuid("recorded_by"),
});

/** What an organisation says of a statement, dated. Of each organisation one is live, and one may wait to be verified. */
export const positions = pgTable(
  "positions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    kind: positionKind("kind").notNull().default("endorses"),
    givenOn: day("given_on").notNull(),
    withdrawnOn: day("withdrawn_on"),
    /** Paragraph ids a reservation names. */
    paragraphIds: uuid("paragraph_ids").array().notNull().default(sql`'{}'`),
    text: text("text").notNull().default(""),
    /** Who authorised it, in which office, as printed that day. */
    authority: text("authority").notNull().default(""),
    source: positionSource("source").notNull().default("secretariat"),
    /** The signed letter or mail, for the secretariat's eyes. */
    evidenceId: uuid("evidence_id").references(() => files.id, { onDelete: "restrict" }),
    /** Nothing of it is public before. */
    verifiedAt: instant("verified_at"),
    verifiedBy: text("verified_by").notNull().default(""),
    recordedByName: text("recorded_by_name").notNull().default(""),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    recordedBy: uuid("recorded_by"),
  },
  (t) => [
    uniqueIndex("positions_live")
      .on(t.statementId, t.organisationId)
      .where(sql`${t.withdrawnOn} is null and ${t.verifiedAt} is not null`),
    // What is not verified yet stands beside what is public, and takes its place only when it is.
    uniqueIndex("positions_pending")
      .on(t.statementId, t.organisationId)
      .where(sql`${t.withdrawnOn} is null and ${t.verifiedAt} is null`),
    check("positions_order", sql`${t.withdrawnOn} is null or ${t.withdrawnOn} >= ${t.givenOn}`),
    check("positions_reservation", sql`${t.kind} <> 'endorses_with_reservation' or ${t.text} <> ''`),
    check(
      "positions_disassociation",
      sql`${t.kind} <> 'disassociates' or cardinality(${t.paragraphIds}) > 0`,
    ),
  ],
);

/** Makes one revision of one language public from an instant; a withdrawal ends it, with its reason. */
export const statementPublications = pgTable(
  "statement_publications",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    statementId: uuid("statement_id").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    revisionId: uuid("revision_id").notNull(),
    publicFrom: instant("public_from").notNull(),
    /** The zone in which the instant was said: an embargo is a date, a time and a zone. */
    zone: text("zone").notNull().default("UTC"),
    /** What changed since the edition before, for the public; a major change is told, a minor one is not. */
    changeNote: text("change_note").notNull().default(""),
    major: boolean("major").notNull().default(true),
    publishedAt: instant("published_at").notNull().defaultNow(),
    publishedBy: uuid("published_by"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by"),
    withdrawalReason: text("withdrawal_reason").notNull().default(""),
    withdrawalKind: unpublishReason("withdrawal_kind"),
    /** The release it was made public with. */
    releaseId: uuid("release_id").references(() => releases.id, { onDelete: "restrict" }),
    /** Where a text taken back in error or merged leads to. */
    leadsToId: uuid("leads_to_id").references(() => statements.id, { onDelete: "restrict" }),
  },
  (t) => [
    uniqueIndex("statement_publications_live")
      .on(t.statementId, t.locale)
      .where(sql`${t.withdrawnAt} is null`),
    foreignKey({
      name: "statement_publications_revision",
      columns: [t.revisionId, t.statementId, t.locale],
      foreignColumns: [statementRevisions.id, statementRevisions.statementId, statementRevisions.locale],
    }).onDelete("restrict"),
    index("statement_publications_statement").on(t.statementId),
    check("statement_publications_reason", sql`${t.withdrawnAt} is null or ${t.withdrawalReason} <> ''`),
    check(
      "statement_publications_withdrawal",
      // Without a kind it was only replaced by a newer edition.
      sql`${t.withdrawnAt} is not null or ${t.withdrawalKind} is null`,
    ),
    check(
      "statement_publications_leads",
      sql`(${t.withdrawalKind} is distinct from 'merged' or ${t.leadsToId} is not null) and ${t.leadsToId} is distinct from ${t.statementId}`,
    ),
  ],
);
