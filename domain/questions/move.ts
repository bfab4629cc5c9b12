import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { questions } from "@/db/schema/questions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { MoveQuestionInput } from "./input";
import { questionsOf } from "./queries";
import { lockQuestion } from "./row";
import { mayMove, neighbour } from "./rules";

/**
 * Changes places with the question before or after it in the same stage. Refuses `stale`, and `cannot_move` at the edge
 * of the stage and where a question would come before the one it depends on.
 */
export async function moveQuestion(actor: Actor, { id, revision, direction }: MoveQuestionInput, at = now()) {
  return db().transaction(async (tx) => {
    const { event, question } = await lockQuestion(tx, id);
    ensure(actor, "event.edit-form");
    if (question.revision !== revision) throw new Refusal("stale");
    const asked = await questionsOf(tx, event.id);
    const other = neighbour(asked, id, direction);
    if (!other || !mayMove(asked, id, direction)) throw new Refusal("cannot_move");
    await tx
      .update(questions)
      .set({ position: other.position, revision: revision + 1 })
      .where(eq(questions.id, id));
    // The neighbour keeps its revision: whoever is writing its text need not know that it stands elsewhere.
    await tx.update(questions).set({ position: question.position }).where(eq(questions.id, other.id));
    await record(tx, actor, {
      action: "event.edit-form",
      subject: ["question", id],
      eventId: event.id,
      at,
      details: { moved: direction },
    });
    const place = asked.filter((one) => one.stage === question.stage).findIndex((one) => one.id === other.id);
    return { place: place + 1 };
  });
}
