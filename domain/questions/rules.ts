import { z } from "zod";
import {
  type AnswerAudience,
  type Localized,
  type ParticipationState,
  type QuestionKind,
  type QuestionStage,
  questionStages,
} from "@/db/enums";
import { day, optionalLine, optionalLines } from "@/domain/input";

/** An answer in the shape of its question's kind; of a file and an agreement it is `true`. */
export type Answer = string | string[] | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;

/** A choice of a question: what is stored, and what is read. */
export type Option = { value: string; label: Localized };

/** A question as the rules see it. Lists of questions are in the order of the form: see `inOrder`. */
export type Question = {
  id: string;
  stage: QuestionStage;
  kind: QuestionKind;
  options: readonly Option[];
  required: boolean;
  /** Shown only if the answer to this earlier question is, or has among it, `shownIfValue`. */
  shownIfId: string | null;
  shownIfValue: string;
};

/** The questions in the order in which they are asked: by stage, then by place. */
export function inOrder<Q extends { stage: QuestionStage; position: number }>(questions: readonly Q[]): Q[] {
  const rank = (question: Q) => questionStages.indexOf(question.stage);
  return questions.toSorted((a, b) => rank(a) - rank(b) || a.position - b.position);
}

/** The stages whose questions a participant can answer in a state: the second one comes with the approval. */
export function openStages(state: ParticipationState): QuestionStage[] {
  if (state === "approved") return ["registration", "after_approval"];
  return ["declined", "withdrawn", "replaced"].includes(state) ? [] : ["registration"];
}

/** Whether a question is asked, given the answers to those before it. */
function isShown({ shownIfId, shownIfValue }: Question, answers: Answers): boolean {
  if (shownIfId === null) return true;
  const answer = Object.hasOwn(answers, shownIfId) ? answers[shownIfId] : undefined;
  return Array.isArray(answer) ? answer.includes(shownIfValue) : String(answer ?? "") === shownIfValue;
}

/** The questions that are asked, given answers; what a hidden question was answered makes no other appear. */
export function visibleQuestions<Q extends Question>(questions: readonly Q[], answers: Answers): Q[] {
  const counted: Record<string, Answer> = {};
  return questions.filter((question) => {
    const shown = isShown(question, counted);
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    if (shown && answer !== undefined) counted[question.id] = answer;
    return shown;
  });
}

type Checked = {
  answers: Record<string, Answer>;
  /** The key of a message by question. */
  errors: Record<string, string>;
};

/**
 * Cleans what was given for the questions of a stage: answers to hidden and unknown questions fall away, also those
 * hidden in turn; what is required is required only where it is asked. `kept` are stored answers that count where
 * nothing is given: those of other stages, and those the form could not show.
 */
export function checkAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
  stage: QuestionStage,
  kept: Answers = {},
): Checked {
  const answers: Record<string, Answer> = {};
  const errors: Record<string, string> = {};
  for (const question of questions) {
    const { id } = question;
    if (!isShown(question, answers)) continue;
    const asked = question.stage === stage && Object.hasOwn(given, id) ? given[id] : undefined;
    const cleaned = clean(question, asked);
    const answer = cleaned.answer ?? (Object.hasOwn(kept, id) ? kept[id] : undefined);
    if (cleaned.error) errors[id] = cleaned.error;
    else if (answer !== undefined) answers[id] = answer;
    else if (question.required && question.stage === stage)
      errors[id] = question.kind === "agreement" ? "validation.agreement" : "validation.required";
  }
  return { answers, errors };
}

/** The answers that what is typed so far amounts to, for showing what follows from them; what is wrong does not count. */
export function answersSoFar(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
): Answers {
  const found = questions.flatMap((question) => {
    const { answer } = clean(question, Object.hasOwn(given, question.id) ? given[question.id] : undefined);
    return answer === undefined ? [] : [[question.id, answer] as const];
  });
  return Object.fromEntries(found);
}

/** One answer in its shape; neither answer nor error where nothing was given. */
function clean(question: Question, given: unknown): { answer?: Answer; error?: string } {
  if (given === undefined || given === null || given === false) return {};
  const parsed = shapeOf(question).safeParse(given);
  if (!parsed.success) return { error: parsed.error.issues[0]?.message ?? "validation.invalid" };
  const answer = parsed.data;
  return answer === "" || answer === false || (Array.isArray(answer) && answer.length === 0)
    ? {}
    : { answer };
}

/** The shape of an answer. What means "nothing" comes out as "", `false` or an empty list. */
function shapeOf({ kind, options }: Pick<Question, "kind" | "options">): z.ZodType<Answer> {
  const values = options.map((option) => option.value);
  const error = "validation.choice";
  switch (kind) {
    case "text":
      return optionalLine(200);
    case "long_text":
      return optionalLines(4_000);
    case "choice":
      return z.string({ error }).refine((value) => value === "" || values.includes(value), { error });
    case "choices":
      return z
        .union([z.array(z.string()), z.string().transform((value) => [value])], { error })
        .transform((chosen) => chosen.filter((value) => value !== ""))
        .refine((chosen) => chosen.every((value) => values.includes(value)), { error })
        .transform((chosen) => values.filter((value) => chosen.includes(value)));
    case "date":
      return z.union([z.literal(""), day], { error: "validation.day" });
    case "country":
      return z.string({ error }).refine((code) => code === "" || isCountry(code), { error });
    case "number":
      return z.union([z.string(), z.number()], { error: "validation.number" }).transform(numberFrom);
    case "agreement":
      return z
        .union([z.boolean(), z.enum(["on", "true", "false", ""])], { error: "validation.invalid" })
        .transform((value) => value === true || value === "on" || value === "true");
    // What a form says in words is no file: whether there is one, the caller has seen.
    case "file":
      return z.union([z.boolean(), z.literal("")], { error: "validation.invalid" });
  }
}

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;

/** A number as people write it, with a comma or a point; "" for nothing. */
function numberFrom(given: string | number, ctx: z.RefinementCtx<string | number>): number | "" {
  const text = String(given).trim().replace(",", ".");
  if (text === "") return "";
  const value = Number(text);
  const written = /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) || typeof given === "number";
  if (written && Number.isFinite(value) && Math.abs(value) < 1e15) return value + 0;
  ctx.addIssue({ code: "custom", message: "validation.number" });
  return z.NEVER;
}

/** The answers to a question that another can be shown by. */
export function conditionValues({ kind, options }: Pick<Question, "kind" | "options">): string[] {
  if (kind === "agreement") return ["true"];
  return kind === "choice" || kind === "choices" ? options.map((option) => option.value) : [];
}

/** The questions whose condition cannot be: it refers to no earlier question, or to no answer of it. */
export function brokenConditions(questions: readonly Question[]): string[] {
  const before = new Map<string, Question>();
  return questions
    .filter((question) => {
      const on = question.shownIfId === null ? undefined : before.get(question.shownIfId);
      before.set(question.id, question);
      return question.shownIfId !== null && !(on && conditionValues(on).includes(question.shownIfValue));
    })
    .map((question) => question.id);
}

export type Direction = "up" | "down";

/** The question that one changes places with when it moves; nothing at the edge of its stage. */
export function neighbour<Q extends Pick<Question, "id" | "stage">>(
  questions: readonly Q[],
  id: string,
  direction: Direction,
): Q | undefined {
  const index = questions.findIndex((question) => question.id === id);
  const other = index === -1 ? undefined : questions[index + (direction === "up" ? -1 : 1)];
  return other && other.stage === questions[index]?.stage ? other : undefined;
}

/** Whether a question can move: there is a neighbour, and no condition comes before what it refers to. */
export function mayMove(questions: readonly Question[], id: string, direction: Direction): boolean {
  const other = neighbour(questions, id, direction);
  if (!other) return false;
  const swapped = questions.map((question) => {
    if (question.id === id) return other;
    return question.id === other.id ? (questions.find((one) => one.id === id) ?? question) : question;
  });
  return brokenConditions(swapped).every((broken) => brokenConditions(questions).includes(broken));
}

/** What somebody may do, as far as answers ask for it. */
export type ReaderRights = {
  /** It is their own participation. */
  own: boolean;
  /** They may read access needs. */
  needs: boolean;
  secretariat: boolean;
  /** They act for the participant's delegation. */
  delegation: boolean;
  door: boolean;
};

/** Whether somebody of these rights may read the answers to a question of this audience. */
export function mayRead(rights: ReaderRights, audience: AnswerAudience): boolean {
  if (rights.own) return true;
  const { needs, secretariat, delegation, door } = rights;
  return {
    needs,
    secretariat,
    delegation: secretariat || delegation,
    door: secretariat || delegation || door,
  }[audience];
}
