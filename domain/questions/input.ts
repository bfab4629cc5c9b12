import { z } from "zod";
import {
  answerAudiences,
  type Locale,
  type Localized,
  locales,
  questionKinds,
  questionStages,
} from "@/db/enums";
import { id, localizedLine, optionalLocalizedLines, optionalNumber, revision, ticked } from "@/domain/input";

const choice = { error: "validation.choice" };

/** The options of a choice as they are written, one a line, the same number of lines in each language. */
export type OptionLines = Partial<Record<Locale, string[]>>;

const optionLines = optionalLocalizedLines(8_000).transform((written: Localized, ctx): OptionLines => {
  const lines = Object.entries(written).map(([locale, text]) => {
    const said = text.split("\n").map((line) => line.trim());
    return [locale, said.filter((line) => line !== "")] as const;
  });
  const refuse = (locale: string, message: string) =>
    ctx.addIssue({ code: "custom", message, path: [locale] });
  for (const [locale, said] of lines) {
    if (said.length > 60) refuse(locale, "validation.tooMany");
    if (said.some((line) => line.length > 200)) refuse(locale, "validation.tooLong");
    if (new Set(said).size < said.length) refuse(locale, "validation.twice");
    if (said.length !== lines[0]?.[1].length) refuse(locale, "validation.optionsDiffer");
  }
  return Object.fromEntries(lines);
});

/** `questionId:value`, as one choice of a list; or nothing. */
const condition = z
  .string()
  .max(200, choice)
  .default("")
  .transform((sent, ctx) => {
    if (sent === "") return null;
    const parsed = z.object({ questionId: id, value: z.string().min(1).max(120) }).safeParse({
      questionId: sent.slice(0, 36),
      value: sent.slice(37),
    });
    if (parsed.success) return parsed.data;
    ctx.addIssue({ code: "custom", message: choice.error });
    return z.NEVER;
  });

const facts = z.object({
  eventId: id,
  stage: z.enum(questionStages, choice),
  kind: z.enum(questionKinds, choice),
  label: localizedLine(400),
  help: optionalLocalizedLines(1_000),
  options: optionLines,
  required: ticked,
  shownIf: condition,
  audience: z.enum(answerAudiences, choice),
  keptDays: optionalNumber(0, 3_650),
  reviewed: ticked,
});

/** Needs are erased, so it is said when; a choice has something to choose from. */
function whole(question: z.output<typeof facts>, ctx: z.RefinementCtx) {
  const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", message, path: [path] });
  if (question.audience === "needs" && question.keptDays === null) refuse("keptDays", "validation.keptDays");
  const chooses = question.kind === "choice" || question.kind === "choices";
  if (chooses && locales.every((locale) => !question.options[locale]?.length))
    refuse("options", "validation.options");
}

/** A new question of an event's form. */
export const questionInput = facts.superRefine(whole);
export type QuestionInput = z.output<typeof questionInput>;

/** A change of a question, made on a revision. */
export const editQuestionInput = facts.extend({ id, revision }).superRefine(whole);
export type EditQuestionInput = z.output<typeof editQuestionInput>;

export const removeQuestionInput = z.object({ id, revision });
export type RemoveQuestionInput = z.output<typeof removeQuestionInput>;

export const moveQuestionInput = z.object({ id, revision, direction: z.enum(["up", "down"], choice) });
export type MoveQuestionInput = z.output<typeof moveQuestionInput>;

/** The forms one can begin from. */
export const presetNames = ["summit", "dialogue", "briefing"] as const;
export type PresetName = (typeof presetNames)[number];

export const presetInput = z.object({ eventId: id, preset: z.enum(presetNames, choice) });
export type PresetInput = z.output<typeof presetInput>;

export const copyFormInput = z.object({ eventId: id, from: id });
export type CopyFormInput = z.output<typeof copyFormInput>;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is given for questions, by their ids, as it was sent; names that are no id are ignored. */
export const givenAnswers = z
  .unknown()
  .optional()
  .transform((sent): Record<string, unknown> => {
    if (typeof sent !== "object" || sent === null) return {};
    return Object.fromEntries(Object.entries(sent).filter(([key]) => uuid.test(key)));
  });

/** The ids of questions whose file is to be taken away. */
export const removedFiles = z.preprocess(
  (sent) => [sent ?? []].flat().filter((entry) => entry !== ""),
  z.array(id).max(200),
);

const link = z.string().regex(/^[A-Za-z0-9_-]{22}$/, choice);

/** Answering the questions of a stage, on a revision of the participation. The form checks the answers themselves. */
export function answerWith<Answers extends z.ZodType>(answers: Answers) {
  return z.object({ id, revision, stage: z.enum(questionStages, choice), answers, removed: removedFiles });
}
export const answerInput = answerWith(givenAnswers);
export type AnswerInput = z.output<typeof answerInput>;

/** The same, by the participant behind a personal link. */
export const ownAnswerWith = <Answers extends z.ZodType>(answers: Answers) =>
  answerWith(answers).extend({ link });
export const ownAnswerInput = ownAnswerWith(givenAnswers);
