import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { questions } from "@/db/schema/questions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { hasAnswers } from "./edit";
import type { RemoveQuestionInput } from "./input";
import { questionsOf } from "./queries";
import { lockQuestion } from "./row";

/**
 * Takes a question out of the form. One that has answers stays with them and is asked no more. Refuses `stale`, and
 * `others_depend` where other questions are shown by its answer.
 */
export async function removeQuestion(actor: Actor, { id, revision }: RemoveQuestionInput, at = now()) {
  return db().transaction(async (tx) => {
    const { event, question } = await lockQuestion(tx, id);
    ensure(actor, "event.edit-form");
    if (question.revision !== revision) throw new Refusal("stale");
    const depend = (await questionsOf(tx, event.id)).filter((one) => one.shownIfId === id).length;
    if (depend > 0) throw new Refusal("others_depend", { count: depend });
    const keep = await hasAnswers(tx, id);
    if (keep)
      await tx
        .update(questions)
        .set({ removedAt: at, revision: revision + 1 })
        .where(eq(questions.id, id));
    else await tx.delete(questions).where(eq(questions.id, id));
    await record(tx, actor, {
      action: "event.edit-form",
      subject: ["question", id],
      eventId: event.id,
      at,
      details: { removed: question.kind, kept: keep },
    });
    return { eventId: event.id };
  });
}
