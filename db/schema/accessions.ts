import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accessionChecks, accessionSources, boardAnswers, type Locale, type Sector } from "@/db/enums";
import { day, instant, localized } from "./columns";
import { files } from "./files";
import { memberships, organisationKind, organisations } from "./organisations";
import { people } from "./people";

export const accessionSource = pgEnum("accession_source", accessionSources);
export const accessionCheck = pgEnum("accession_check", accessionChecks);
export const boardAnswer = pgEnum("board_answer", boardAnswers);

/**
 * The path of an organisation into membership: application, review, the board where the kind needs it, approval; then
 * its spell waits for its announcement. Where it stands is computed from its records.
 */
export const accessions = pgTable(
  "accessions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    source: accessionSource("source").notNull(),
    /** Set at once where the organisation is known, else at approval. */
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "restrict" }),
    kind: organisationKind("kind").notNull(),
    name: localized("name").notNull(),
    formalName: localized("formal_name").notNull().default({}),
    country: text("country"),
    sectors: text("sectors").array().$type<Sector[]>().notNull().default(sql`'{}'`),
    website: text("website"),
    contactName: text("contact_name").notNull(),
    contactTitle: text("contact_title").notNull().default(""),
    contactEmail: text("contact_email").notNull(),
    contactLocale: text("contact_locale").$type<Locale>().notNull(),
    motivation: text("motivation").notNull(),
    /** What it will do itself. */
    ownActions: text("own_actions").notNull().default(""),
    /** The day of the letter, or on which the form was sent. */
    receivedOn: day("received_on").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** By which whoever applied sees where the application stands. */
    tokenHash: text("token_hash"),
    reviewBy: day("review_by"),
    boardBy: day("board_by"),
    announceBy: day("announce_by"),
    reviewedAt: instant("reviewed_at"),
    sentToBoardAt: instant("sent_to_board_at"),
    approvedAt: instant("approved_at"),
    /** The day of the decision, as the minutes have it. */
    approvedOn: day("approved_on"),
    declinedAt: instant("declined_at"),
    withdrawnAt: instant("withdrawn_at"),
    endReason: text("end_reason").notNull().default(""),
    /** The spell that approval made; who announces it makes it public. */
    membershipId: uuid("membership_id").references(() => memberships.id, { onDelete: "restrict" }),
    /** When the contact was erased. */
    erasedAt: instant("erased_at"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    uniqueIndex("accessions_token").on(t.tokenHash),
    uniqueIndex("accessions_open")
      .on(t.organisationId)
      .where(sql`${t.approvedAt} is null and ${t.declinedAt} is null and ${t.withdrawnAt} is null`),
    uniqueIndex("accessions_membership").on(t.membershipId),
    check("accessions_one_end", sql`num_nonnulls(${t.approvedAt}, ${t.declinedAt}) <= 1`),
    check(
      "accessions_approved",
      sql`num_nulls(${t.approvedAt}, ${t.approvedOn}, ${t.membershipId}) in (0, 3)`,
    ),
    check(
      "accessions_reason",
      sql`(${t.declinedAt} is null and ${t.withdrawnAt} is null) or ${t.endReason} <> ''`,
    ),
    check("accessions_country_code", sql`${t.country} ~ '^[A-Z]{2}$'`),
  ],
);

/** What the secretariat noted of an application, for itself. */
export const accessionNotes = pgTable(
  "accession_notes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accessionId: uuid("accession_id")
      .notNull()
      .references(() => accessions.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    at: instant("at").notNull(),
    byName: text("by_name").notNull(),
  },
  (t) => [index("accession_notes_accession").on(t.accessionId, t.at)],
);

/** What came with an application: the letter, a plan. */
export const accessionDocuments = pgTable(
  "accession_documents",
  {
    accessionId: uuid("accession_id")
      .notNull()
      .references(() => accessions.id, { onDelete: "cascade" }),
    fileId: uuid("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "restrict" }),
  },
  (t) => [primaryKey({ columns: [t.accessionId, t.fileId] })],
);

/** What was looked after, when and by whom. */
export const accessionChecked = pgTable(
  "accession_checked",
  {
    accessionId: uuid("accession_id")
      .notNull()
      .references(() => accessions.id, { onDelete: "cascade" }),
    check: accessionCheck("check").notNull(),
    at: instant("at").notNull(),
    byName: text("by_name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accessionId, t.check] })],
);

/** Who sits on the board, from when until when, for which organisation. */
export const boardMembers = pgTable(
  "board_members",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "restrict" }),
    fromOn: day("from_on").notNull(),
    toOn: day("to_on"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [check("board_members_order", sql`${t.toOn} is null or ${t.toOn} > ${t.fromOn}`)],
);

/** What one of the board said to an application, on which day. */
export const boardDecisions = pgTable(
  "board_decisions",
  {
    accessionId: uuid("accession_id")
      .notNull()
      .references(() => accessions.id, { onDelete: "cascade" }),
    boardMemberId: uuid("board_member_id")
      .notNull()
      .references(() => boardMembers.id, { onDelete: "restrict" }),
    answer: boardAnswer("answer").notNull(),
    answeredOn: day("answered_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accessionId, t.boardMemberId] })],
);
