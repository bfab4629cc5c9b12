import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import { amendmentKinds, amendmentStates, commentAudiences } from "@/db/enums";
import { instant } from "./columns";
import { organisations } from "./organisations";
import { type Paragraph, statementRevisions, statements } from "./statements";

export const amendmentKind = pgEnum("amendment_kind", amendmentKinds);
export const amendmentState = pgEnum("amendment_state", amendmentStates);
export const commentAudience = pgEnum("comment_audience", commentAudiences);

/**
 * The organisations that negotiate a statement. Nobody else sees anything of it at the desk. `drafting` ones are of the
 * drafting group and read what is said in it.
 */
export const statementParties = pgTable(
  "statement_parties",
  {
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    drafting: boolean("drafting").notNull().default(false),
    invitedAt: instant("invited_at").notNull().defaultNow(),
    invitedBy: text("invited_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.statementId, t.organisationId] }),
    index("statement_parties_organisation").on(t.organisationId),
  ],
);

/**
 * A revision of the authentic text sent round to the parties: the zero draft (number 0), REV.1, REV.2 … Only what was
 * sent round is seen at the desk, and only that is amended. A trigger refuses UPDATE and DELETE.
 */
export const statementCirculations = pgTable(
  "statement_circulations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "restrict" }),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => statementRevisions.id, { onDelete: "restrict" }),
    number: integer("number").notNull(),
    note: text("note").notNull().default(""),
    circulatedAt: instant("circulated_at").notNull(),
    circulatedBy: text("circulated_by").notNull(),
  },
  (t) => [
    unique("statement_circulations_number").on(t.statementId, t.number),
    uniqueIndex("statement_circulations_revision").on(t.revisionId),
    check("statement_circulations_from_zero", sql`${t.number} >= 0`),
  ],
);

/** What an amendment would have in place of the text; which parts it has follows from its kind. */
export type Proposal = {
  /** `replace`, `insert_after`, `merge`: the new words. */
  text?: string;
  /** `insert_after`: what kind of paragraph. */
  kind?: Paragraph["kind"];
  level?: 1 | 2;
  /** `split`: the parts, in order. */
  parts?: string[];
  /** `move`: behind this paragraph; null is the beginning. */
  afterId?: string | null;
  /** `retitle`: the statement's new title. */
  title?: string;
};

/** A proposal against a paragraph of a revision that was sent round, with the words it was made on. */
export const amendments = pgTable(
  "amendments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "restrict" }),
    /** Counted through the statement, as delegations call it: A1, A2 … */
    number: integer("number").notNull(),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => statementRevisions.id, { onDelete: "restrict" }),
    kind: amendmentKind("kind").notNull(),
    /** What it is about; null only for `retitle` and for what comes before the first paragraph. */
    paragraphId: uuid("paragraph_id"),
    /** The paragraphs it is about as they were: one, or for `merge` all of them, the first being `paragraphId`. */
    base: jsonb("base").$type<Paragraph[]>().notNull(),
    baseTitle: text("base_title").notNull(),
    proposal: jsonb("proposal").$type<Proposal>().notNull(),
    reason: text("reason").notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    proposedBy: text("proposed_by").notNull(),
    proposedAt: instant("proposed_at").notNull(),
    state: amendmentState("state").notNull().default("open"),
    /** Why it was decided so; every decision but acceptance says why. */
    decisionReason: text("decision_reason").notNull().default(""),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by").notNull().default(""),
    /** The revision in which it was taken up. */
    resultId: uuid("result_id").references(() => statementRevisions.id, { onDelete: "restrict" }),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    unique("amendments_number").on(t.statementId, t.number),
    index("amendments_open").on(t.statementId, t.state),
    index("amendments_organisation").on(t.organisationId),
    check("amendments_decided", sql`(${t.state} = 'open') = (${t.decidedAt} is null)`),
    check(
      "amendments_taken_up",
      sql`(${t.state} in ('accepted', 'consolidated', 'bracketed')) = (${t.resultId} is not null)`,
    ),
    check("amendments_rejected_reason", sql`${t.state} <> 'rejected' or ${t.decisionReason} <> ''`),
  ],
);

/** An organisation that proposes an amendment together with its author. */
export const amendmentSponsors = pgTable(
  "amendment_sponsors",
  {
    amendmentId: uuid("amendment_id")
      .notNull()
      .references(() => amendments.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    addedAt: instant("added_at").notNull(),
    addedBy: text("added_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.amendmentId, t.organisationId] })],
);

/** What somebody says of a text that was sent round, or of an amendment; who may read it is decided in the query. */
export const statementComments = pgTable(
  "statement_comments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "restrict" }),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => statementRevisions.id, { onDelete: "restrict" }),
    paragraphId: uuid("paragraph_id"),
    amendmentId: uuid("amendment_id").references(() => amendments.id, { onDelete: "cascade" }),
    /** Null: the secretariat. */
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "restrict" }),
    author: text("author").notNull(),
    audience: commentAudience("audience").notNull(),
    text: text("text").notNull(),
    saidAt: instant("said_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    index("statement_comments_statement").on(t.statementId, t.saidAt),
    check("statement_comments_said", sql`${t.text} <> ''`),
  ],
);

/** Where the chair is: what the projection in the room shows. */
export const statementFloors = pgTable("statement_floors", {
  statementId: uuid("statement_id")
    .primaryKey()
    .references(() => statements.id, { onDelete: "restrict" }),
  revisionId: uuid("revision_id")
    .notNull()
    .references(() => statementRevisions.id, { onDelete: "restrict" }),
  paragraphId: uuid("paragraph_id"),
  view: text("view").$type<"clean" | "brackets" | "changes">().notNull().default("brackets"),
  /** Raised by every change, as listeners are told (channel `plenary_floor`). */
  version: integer("version").notNull().default(1),
});
