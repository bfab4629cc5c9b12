import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { commitmentProgress } from "@/db/enums";
import { day, instant, localized } from "./columns";
import { events } from "./events";
import { organisations } from "./organisations";
import { statements } from "./statements";

export const commitmentProgressType = pgEnum("commitment_progress", commitmentProgress);

/** A promise, from a statement or of an organisation's own, with its measure and its due date. */
export const commitments = pgTable(
  "commitments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** What is promised, in one sentence. */
    title: localized("title").notNull(),
    /** How one will know that it is kept. */
    measure: localized("measure").notNull().default({}),
    /** The text in which it was made, and the paragraph by its permanent id. */
    statementId: uuid("statement_id").references(() => statements.id, { onDelete: "restrict" }),
    paragraphId: uuid("paragraph_id"),
    madeOn: day("made_on").notNull(),
    dueOn: day("due_on"),
    publicFrom: instant("public_from"),
    withdrawnAt: instant("withdrawn_at"),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("commitments_statement").on(t.statementId),
    check("commitments_paragraph", sql`${t.paragraphId} is null or ${t.statementId} is not null`),
    check("commitments_order", sql`${t.dueOn} is null or ${t.dueOn} >= ${t.madeOn}`),
    check("commitments_withdrawn", sql`${t.withdrawnAt} is null or ${t.publicFrom} is not null`),
  ],
);

/** Who has promised it. */
export const commitmentOwners = pgTable(
  "commitment_owners",
  {
    commitmentId: uuid("commitment_id")
      .notNull()
      .references(() => commitments.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.commitmentId, t.organisationId] }),
    index("commitment_owners_organisation").on(t.organisationId),
  ],
);

/**
 * What was reported of it at a meeting. A trigger refuses UPDATE and DELETE: what is put right is reported anew, and the
 * latest of a meeting counts.
 */
export const commitmentReports = pgTable(
  "commitment_reports",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    commitmentId: uuid("commitment_id")
      .notNull()
      .references(() => commitments.id, { onDelete: "restrict" }),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "restrict" }),
    progress: commitmentProgressType("progress").notNull(),
    text: localized("text").notNull().default({}),
    reportedAt: instant("reported_at").notNull(),
    reportedBy: text("reported_by").notNull(),
  },
  (t) => [index("commitment_reports_commitment").on(t.commitmentId, t.eventId, t.reportedAt)],
);
