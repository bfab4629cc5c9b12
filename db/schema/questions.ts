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
  uuid,
} from "drizzle-orm/pg-core";
import { answerAudiences, type Localized, questionKinds, questionStages } from "@/db/enums";
import { instant, localized } from "./columns";
import { events } from "./events";
import { files } from "./files";
import { participations } from "./participations";

export const questionKind = pgEnum("question_kind", questionKinds);
export const questionStage = pgEnum("question_stage", questionStages);
export const answerAudience = pgEnum("answer_audience", answerAudiences);

/** A question of an event's form. One that has answers is removed from the form, never from the answers. */
export const questions = pgTable(
  "questions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    stage: questionStage("stage").notNull().default("registration"),
    kind: questionKind("kind").notNull(),
    label: localized("label").notNull(),
    help: localized("help").notNull().default({}),
    /** Of a choice: what is stored, and what is read. */
    options: jsonb("options").$type<{ value: string; label: Localized }[]>().notNull().default([]),
    required: boolean("required").notNull().default(false),
    /** Shown only if the answer to this earlier question is, or has among it, `shownIfValue`. */
    shownIfId: uuid("shown_if_id"),
    shownIfValue: text("shown_if_value").notNull().default(""),
    audience: answerAudience("audience").notNull().default("secretariat"),
    /** Days after the event until answers are erased; null: kept with the participation. */
    keptDays: integer("kept_days"),
    /** Whether a changed answer brings a decided participation back to review. */
    reviewed: boolean("reviewed").notNull().default(false),
    revision: integer("revision").notNull().default(1),
    removedAt: instant("removed_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("questions_event").on(t.eventId, t.position),
    check("questions_kept_days", sql`${t.keptDays} is null or ${t.keptDays} between 0 and 3650`),
    check("questions_needs_are_erased", sql`${t.audience} <> 'needs' or ${t.keptDays} is not null`),
    check("questions_shown_if", sql`(${t.shownIfId} is null) = (${t.shownIfValue} = '')`),
  ],
);

/** What a participant answered: the value in the shape of the question's kind, or a file. */
export const answers = pgTable(
  "answers",
  {
    participationId: uuid("participation_id")
      .notNull()
      .references(() => participations.id, { onDelete: "cascade" }),
    questionId: uuid("question_id")
      .notNull()
      .references(() => questions.id, { onDelete: "restrict" }),
    value: jsonb("value").$type<string | string[] | number | boolean>().notNull(),
    fileId: uuid("file_id").references(() => files.id, { onDelete: "restrict" }),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.participationId, t.questionId] }),
    index("answers_question").on(t.questionId),
  ],
);
