import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { answers, questions } from "@/db/schema/questions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EditQuestionInput } from "./input";
import { questionsOf } from "./queries";
import { columnsOf, formValuesOf, lastPlace, lockQuestion } from "./row";
import { brokenConditions, inOrder } from "./rules";

/**
 * Changes a question; in another stage it comes last. Refuses `stale` with theirs, `kind_answered` where there are
 * answers that would not fit another kind, `condition_not_earlier`, and `others_depend` where a question is shown by an
 * answer that would be no more.
 */
export async function editQuestion(actor: Actor, { id, revision, ...input }: EditQuestionInput, at = now()) {
  return db().transaction(async (tx) => {
    const { event, question } = await lockQuestion(tx, id);
    ensure(actor, "event.edit-form");
    if (question.revision !== revision) throw new Refusal("stale", {}, { theirs: formValuesOf(question) });
    if (question.kind !== input.kind && (await hasAnswers(tx, id))) throw new Refusal("kind_answered");
    const columns = columnsOf({ ...input, eventId: event.id }, question.options);
    const position = input.stage === question.stage ? question.position : await lastPlace(tx, event.id);
    const after = { ...question, ...columns, position };
    const asked = await questionsOf(tx, event.id);
    const broken = brokenConditions(inOrder(asked.map((one) => (one.id === id ? after : one))));
    if (broken.includes(id)) throw new Refusal("condition_not_earlier");
    if (broken.length > 0) throw new Refusal("others_depend", { count: broken.length });
    await tx
      .update(questions)
      .set({ ...columns, position, revision: revision + 1 })
      .where(eq(questions.id, id));
    await record(tx, actor, {
      action: "event.edit-form",
      subject: ["question", id],
      eventId: event.id,
      at,
      details: { edited: input.kind },
    });
    return { eventId: event.id, revision: revision + 1 };
  });
}

/** Whether anybody has answered a question. */
export async function hasAnswers(tx: Transaction, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: answers.questionId })
    .from(answers)
    .where(eq(answers.questionId, id))
    .limit(1);
  return found.length > 0;
}
