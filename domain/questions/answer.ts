import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { answers } from "@/db/schema/questions";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { isDecided } from "@/domain/participations/rules";
import { eventOf, subjectOf } from "@/domain/participations/step";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { Filled } from "./check-filled";
import type { AnswerInput } from "./input";
import { questionsOf } from "./queries";
import { readableBy } from "./readable";
import { openStages } from "./rules";
import { saveAnswers } from "./save-answers";

type Input = Omit<AnswerInput, "answers" | "removed"> & Filled;

/**
 * Answers the questions of a stage, by the participant or for them. A changed answer to a question that is marked brings
 * a decided participation back to review, unless whoever decides has changed it; the seat stays held. Refuses `stale`
 * with their values, `not_from_this_state`, `event_cancelled`, `misfilled` with the errors by field, `foreign_question`.
 */
export async function answer(actor: Actor, { id, revision, stage, ...filled }: Input, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, await eventOf(tx, id));
    const [row] = await tx.select().from(participations).where(eq(participations.id, id)).for("update");
    if (!row) throw new Refusal("not_found");
    ensure(actor, "participation.answer", subjectOf(row));
    if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: await theirs(tx, actor, row) });
    if (event.cancelledAt) throw new Refusal("event_cancelled");
    if (!openStages(row.state).includes(stage)) throw new Refusal("not_from_this_state");
    const { changed, reviewed } = await saveAnswers(tx, actor, row, filled, stage, at);
    if (changed.length === 0) return { revision };
    const again = reviewed && isDecided(row.state) && !can(actor, "participation.approve");
    await tx
      .update(participations)
      .set({
        ...(again ? { state: "submitted", stateAt: at, stateReason: "" } : {}),
        revision: revision + 1,
        updatedAt: at,
      })
      .where(eq(participations.id, id));
    await record(tx, actor, {
      action: "participation.answer",
      subject: ["participation", id],
      eventId: event.id,
      at,
      details: { answers: changed.length, ...(again ? { from: row.state, to: "submitted" } : {}) },
    });
    return { revision: revision + 1 };
  });
}

/** What somebody else has saved meanwhile, as far as the actor may read it. */
async function theirs(tx: Transaction, actor: Actor, row: typeof participations.$inferSelect) {
  const audiences = readableBy(actor, row);
  const [asked, given] = await Promise.all([
    questionsOf(tx, row.eventId),
    tx
      .select({ questionId: answers.questionId, value: answers.value })
      .from(answers)
      .where(eq(answers.participationId, row.id)),
  ]);
  const shown = asked.filter((one) => audiences.includes(one.audience) && one.kind !== "file");
  const values = given.filter((one) => shown.some((question) => question.id === one.questionId));
  return {
    revision: row.revision,
    answers: Object.fromEntries(values.map(({ questionId, value }) => [questionId, value])),
  };
}
