import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  errataKinds,
  errataStates,
  type Locale,
  type Localized,
  majorities,
  procedureAnswers,
  procedureKinds,
  procedureNotices,
  procedureStates,
} from "@/db/enums";
import { instant } from "./columns";
import { organisations } from "./organisations";
import { statementRevisions, statements } from "./statements";

export const procedureKind = pgEnum("procedure_kind", procedureKinds);
export const procedureState = pgEnum("procedure_state", procedureStates);
export const procedureAnswer = pgEnum("procedure_answer", procedureAnswers);
export const procedureNotice = pgEnum("procedure_notice", procedureNotices);
export const majority = pgEnum("majority", majorities);
export const erratumKind = pgEnum("erratum_kind", errataKinds);
export const erratumState = pgEnum("erratum_state", errataStates);

/**
 * A decision outside of the room: silence (OSCE Rules of Procedure, Annex 1(A)), a written procedure or a vote. The text
 * is pinned by revision and hash and locked while it is open; one may be open per statement, and the deadline moves only
 * to later.
 */
export const procedures = pgTable(
  "procedures",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "restrict" }),
    kind: procedureKind("kind").notNull(),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => statementRevisions.id, { onDelete: "restrict" }),
    hash: text("hash").notNull(),
    opensAt: instant("opens_at").notNull(),
    deadline: instant("deadline").notNull(),
    zone: text("zone").notNull(),
    /** So many must consent in a written procedure, or cast a ballot in a vote; null is every one, or no quorum. */
    required: integer("required"),
    majority: majority("majority").notNull().default("simple"),
    openedBy: text("opened_by").notNull(),
    state: procedureState("state").notNull().default("open"),
    /** When it ended: of an adoption the deadline, of a broken silence the objection. */
    endedAt: instant("ended_at"),
    endReason: text("end_reason").notNull().default(""),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    uniqueIndex("procedures_open").on(t.statementId).where(sql`${t.state} = 'open'`),
    index("procedures_due").on(t.deadline).where(sql`${t.state} = 'open'`),
    check("procedures_order", sql`${t.deadline} > ${t.opensAt}`),
    check("procedures_ended", sql`(${t.state} = 'open') = (${t.endedAt} is null)`),
    check("procedures_required", sql`${t.required} is null or ${t.required} > 0`),
  ],
);

/** Who is entitled, frozen when the procedure opens, by the name of that day. */
export const procedureEntitled = pgTable(
  "procedure_entitled",
  {
    procedureId: uuid("procedure_id")
      .notNull()
      .references(() => procedures.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    name: jsonb("name").$type<Localized>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.procedureId, t.organisationId] }),
    index("procedure_entitled_organisation").on(t.organisationId),
  ],
);

/** What an entitled organisation said: one answer each, given before the deadline. */
export const procedureResponses = pgTable(
  "procedure_responses",
  {
    procedureId: uuid("procedure_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    answer: procedureAnswer("answer").notNull(),
    /** Paragraphs an objection names. */
    paragraphIds: uuid("paragraph_ids").array().notNull().default(sql`'{}'`),
    text: text("text").notNull().default(""),
    givenAt: instant("given_at").notNull(),
    givenBy: text("given_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.procedureId, t.organisationId] }),
    foreignKey({
      name: "procedure_responses_entitled",
      columns: [t.procedureId, t.organisationId],
      foreignColumns: [procedureEntitled.procedureId, procedureEntitled.organisationId],
    }).onDelete("cascade"),
    check("procedure_responses_objection", sql`${t.answer} <> 'objects' or ${t.text} <> ''`),
  ],
);

/** What the entitled were told, and when; each is told once. */
export const procedureTold = pgTable(
  "procedure_told",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    procedureId: uuid("procedure_id")
      .notNull()
      .references(() => procedures.id, { onDelete: "cascade" }),
    notice: procedureNotice("notice").notNull(),
    /** The deadline that was told. */
    deadline: instant("deadline").notNull(),
    /** Of a reminder: how long before the deadline. */
    leadMinutes: integer("lead_minutes").notNull().default(0),
    reason: text("reason").notNull().default(""),
    toldAt: instant("told_at").notNull(),
  },
  (t) => [uniqueIndex("procedure_told_once").on(t.procedureId, t.notice, t.deadline, t.leadMinutes)],
);

/** A mistake in an adopted text. The text stays; what is verified stands beside it. */
export const errata = pgTable(
  "errata",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statements.id, { onDelete: "restrict" }),
    locale: text("locale").$type<Locale>().notNull(),
    paragraphId: uuid("paragraph_id").notNull(),
    kind: erratumKind("kind").notNull(),
    state: erratumState("state").notNull().default("reported"),
    says: text("says").notNull(),
    shouldSay: text("should_say").notNull(),
    reason: text("reason").notNull().default(""),
    reportedBy: text("reported_by").notNull(),
    reportedAt: instant("reported_at").notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by").notNull().default(""),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    index("errata_statement").on(t.statementId),
    check("errata_decided", sql`(${t.state} = 'reported') = (${t.decidedAt} is null)`),
    check("errata_says", sql`${t.says} <> '' and ${t.says} <> ${t.shouldSay}`),
  ],
);
