import { db } from "@/db/client";
import { questions } from "@/db/schema/questions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { QuestionInput } from "./input";
import { questionsOf } from "./queries";
import { columnsOf, lastPlace, sameQuestion } from "./row";
import { brokenConditions, inOrder } from "./rules";

/**
 * Adds a question at the end of its stage. Refuses `question_known` where the stage asks it already, and
 * `condition_not_earlier`.
 */
export async function addQuestion(actor: Actor, input: QuestionInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, input.eventId);
    ensure(actor, "event.edit-form");
    const asked = await questionsOf(tx, event.id);
    const columns = { ...columnsOf(input), position: await lastPlace(tx, event.id) };
    if (asked.some((one) => sameQuestion(one, columns))) throw new Refusal("question_known");
    const [question] = await tx
      .insert(questions)
      .values({ ...columns, createdAt: at })
      .returning();
    if (!question) throw new Refusal("not_found");
    if (brokenConditions(inOrder([...asked, question])).includes(question.id))
      throw new Refusal("condition_not_earlier");
    await record(tx, actor, {
      action: "event.edit-form",
      subject: ["question", question.id],
      eventId: event.id,
      at,
      details: { added: question.kind },
    });
    return { id: question.id };
  });
}
