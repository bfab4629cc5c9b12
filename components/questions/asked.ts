import { z } from "zod";
import type { AnswerAudience, Locale, Localized, QuestionStage } from "@/db/enums";
import { type Answer, type Answers, checkAnswers, type Question } from "@/domain/questions/rules";
import { pick } from "@/lib/i18n/pick";

/** A question as a form shows it. */
export type Asked = Question & {
  label: Localized;
  help: Localized;
  audience: AnswerAudience;
  keptDays: number | null;
};

/** A file that was handed in before: its name, and where it is read. */
export type HandedIn = Record<string, { name: string; href: string }>;

/** What the fields of questions hold at first. */
export function initialAnswers(questions: readonly Asked[], answers: Answers = {}): Record<string, Answer> {
  const empty = (question: Asked): Answer | undefined => {
    if (question.kind === "file") return undefined;
    if (question.kind === "choices") return [];
    return question.kind === "agreement" ? false : "";
  };
  return Object.fromEntries(
    questions.flatMap((question) => {
      const held = question.kind === "file" ? undefined : (answers[question.id] ?? empty(question));
      return held === undefined ? [] : [[question.id, held] as const];
    }),
  );
}

/** A schema for the field `answers` that finds in the browser what the server would refuse. */
export function answersSchema(questions: readonly Asked[], stage: QuestionStage, kept: Answers = {}) {
  return z
    .unknown()
    .optional()
    .transform(withFiles)
    .superRefine((given, ctx) => {
      for (const [id, message] of Object.entries(checkAnswers(questions, given, stage, kept).errors))
        ctx.addIssue({ code: "custom", message, path: [id] });
    });
}

/** What is typed, with `true` for a file that is chosen. */
function withFiles(given: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([id, value]) => [
      id,
      typeof FileList !== "undefined" && value instanceof FileList ? value.length > 0 : value,
    ]),
  );
}

/** The labels of the fields, for the summary of errors before any script has run. */
export function labelsOf(questions: readonly Asked[], locale: Locale): Record<string, string> {
  return Object.fromEntries(
    questions.map((question) => [`answers.${question.id}`, pick(question.label, locale).text]),
  );
}
