import { and, inArray, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type AnswerAudience, answerAudiences, type QuestionStage } from "@/db/enums";
import { questions } from "@/db/schema/questions";
import { lookAt, type Seen, type Sent } from "@/domain/files/keep";
import { Refusal } from "@/lib/refusal";
import { type FormQuestion, questionsOf } from "./queries";
import { type Answer, checkAnswers } from "./rules";

/** What somebody filled in: the fields `answers.<questionId>`, the files among them, and the files to take away. */
export type Filled = {
  answers?: Record<string, unknown>;
  files?: Record<string, Sent>;
  removed?: readonly string[];
};

/** An answer as it is stored. */
export type Stored = { questionId: string; value: Answer; fileId: string | null };

/** What may be written: the answers that hold after this, and the files that are new. */
export type Checked = {
  asked: FormQuestion[];
  answers: Record<string, Answer>;
  seen: Record<string, Seen>;
};

type Before = {
  stored: readonly Stored[];
  /** Whose answers whoever fills it in may read; what they may not read they neither owe nor write over. */
  audiences: readonly AnswerAudience[];
  /** Whoever writes down what they know is held to no required answer. */
  lenient: boolean;
};

const nothing: Before = { stored: [], audiences: answerAudiences, lenient: false };

/**
 * Checks what was filled in for a stage of an event's form, and writes nothing. Refuses `misfilled` with an error beside
 * each field, and `foreign_question` where another event's question is answered; an id that is no question is ignored.
 */
export async function checkFilled(
  tx: Transaction,
  eventId: string,
  filled: Filled,
  stage: QuestionStage,
  { stored, audiences, lenient }: Before = nothing,
): Promise<Checked> {
  const asked = await questionsOf(tx, eventId);
  const { answers: given = {}, files = {}, removed = [] } = filled;
  await ensureOwn(tx, eventId, asked, [...Object.keys(given), ...Object.keys(files), ...removed]);
  const theirs = new Set(asked.filter((one) => audiences.includes(one.audience)).map(({ id }) => id));
  const kept = stored.filter(({ questionId }) => {
    const question = asked.find((one) => one.id === questionId);
    if (question?.stage !== stage || !theirs.has(questionId)) return true;
    return question.kind === "file" && !removed.includes(questionId);
  });
  const said = Object.fromEntries(
    asked
      .filter(({ id }) => theirs.has(id))
      .map(({ id, kind }) => [id, kind === "file" ? Object.hasOwn(files, id) : given[id]]),
  );
  const checked = checkAnswers(
    asked.map((question) => ({
      ...question,
      required: question.required && !lenient && theirs.has(question.id),
    })),
    said,
    stage,
    Object.fromEntries(kept.map(({ questionId, value }) => [questionId, value])),
  );
  const { seen, errors } = await look(files, (id) => theirs.has(id) && Object.hasOwn(checked.answers, id));
  const wrong = Object.entries({ ...checked.errors, ...errors });
  if (wrong.length > 0) {
    const fields = Object.fromEntries(wrong.map(([id, message]) => [`answers.${id}`, [message]]));
    throw new Refusal("misfilled", {}, { fields });
  }
  return { asked, answers: checked.answers, seen };
}

async function ensureOwn(tx: Transaction, eventId: string, asked: FormQuestion[], ids: string[]) {
  const unknown = ids.filter((id) => !asked.some((question) => question.id === id));
  if (unknown.length === 0) return;
  const [foreign] = await tx
    .select({ id: questions.id })
    .from(questions)
    .where(and(inArray(questions.id, unknown), ne(questions.eventId, eventId)))
    .limit(1);
  if (foreign) throw new Refusal("foreign_question");
}

const fileErrors: Record<string, string> = {
  file_missing: "validation.fileMissing",
  file_too_large: "validation.fileTooLarge",
  file_type: "validation.fileType",
};

/** Looks at the files of the questions that are asked; what is wrong with one stands beside its field. */
async function look(files: Record<string, Sent>, asks: (id: string) => boolean) {
  const seen: Record<string, Seen> = {};
  const errors: Record<string, string> = {};
  for (const [id, file] of Object.entries(files)) {
    if (!asks(id)) continue;
    try {
      seen[id] = await lookAt(file);
    } catch (error) {
      const message = error instanceof Refusal ? fileErrors[error.code] : undefined;
      if (!message) throw error;
      errors[id] = message;
    }
  }
  return { seen, errors };
}
