import { and, eq, isNull, max } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { questions } from "@/db/schema/questions";
import { lockEvent } from "@/domain/events/lock";
import { Refusal } from "@/lib/refusal";
import type { QuestionInput } from "./input";
import { optionsFrom } from "./options";
import type { Option, Question } from "./rules";

export type QuestionRow = typeof questions.$inferSelect;

/** The columns of a question from its form; only a choice has options, and those it had keep their values. */
export function columnsOf({ shownIf, options, ...question }: QuestionInput, before: readonly Option[] = []) {
  const chooses = question.kind === "choice" || question.kind === "choices";
  return {
    ...question,
    options: chooses ? optionsFrom(options, before) : [],
    shownIfId: shownIf?.questionId ?? null,
    shownIfValue: shownIf?.value ?? "",
  };
}

/** A question as its form holds it: options as lines, the condition as one choice. */
export function formValuesOf(question: Omit<QuestionRow, "position" | "removedAt" | "createdAt">) {
  const lines = (locale: Locale) => question.options.map(({ label }) => label[locale] ?? "").join("\n");
  return {
    id: question.id,
    revision: question.revision,
    eventId: question.eventId,
    stage: question.stage,
    kind: question.kind,
    label: { en: "", sv: "", ...question.label },
    help: { en: "", sv: "", ...question.help },
    options: { en: lines("en").trim(), sv: lines("sv").trim() },
    required: question.required,
    shownIf: question.shownIfId ? `${question.shownIfId}:${question.shownIfValue}` : "",
    audience: question.audience,
    keptDays: question.keptDays,
    reviewed: question.reviewed,
  };
}

/** Locks the event of a question, then the question, and answers both. Refuses `not_found`; one that is removed is not. */
export async function lockQuestion(tx: Transaction, id: string) {
  const live = and(eq(questions.id, id), isNull(questions.removedAt));
  const [found] = await tx.select({ eventId: questions.eventId }).from(questions).where(live);
  if (!found) throw new Refusal("not_found");
  const event = await lockEvent(tx, found.eventId);
  const [question] = await tx.select().from(questions).where(live).for("update");
  if (!question) throw new Refusal("not_found");
  return { event, question };
}

/** The place after the last question of an event. */
export async function lastPlace(tx: Transaction, eventId: string): Promise<number> {
  const [last] = await tx
    .select({ position: max(questions.position) })
    .from(questions)
    .where(eq(questions.eventId, eventId));
  return (last?.position ?? 0) + 1;
}

/** Whether two questions ask the same in the same stage: a form that is sent twice adds one. */
export function sameQuestion(
  a: Pick<Question, "stage"> & Pick<QuestionRow, "label">,
  b: Pick<Question, "stage"> & Pick<QuestionRow, "label">,
): boolean {
  return (
    a.stage === b.stage &&
    Object.entries(a.label).some(([locale, words]) => b.label[locale as Locale] === words)
  );
}
