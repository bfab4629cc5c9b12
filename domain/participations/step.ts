import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { ParticipationState } from "@/db/enums";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import type { Action } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { Refusal } from "@/lib/refusal";
import type { StepInput } from "./input";
import { possible, type Step } from "./rules";
import { type News, type ParticipationRow, tell } from "./tell";

type Transition = {
  step: Exclude<Step, "change">;
  action: Action;
  to: ParticipationState & News;
  /** What else must hold, behind the event's lock. */
  check?: (tx: Transaction, event: EventRow, row: ParticipationRow) => Promise<void>;
  /** What follows from it, behind the event's lock. */
  followUp?: (tx: Transaction, event: EventRow, at: Date) => Promise<unknown>;
};

/**
 * The one way a decision changes a participation's state: event locked first (it is the queue), then the right, the
 * revision, the transition; history and mail in the same transaction. Refuses `not_found`, `not_allowed`, `stale`,
 * `not_from_this_state`.
 */
export async function step(actor: Actor, input: StepInput, transition: Transition, at: Date) {
  return db().transaction(async (tx) => {
    const eventId = await eventOf(tx, input.id);
    const event = await lockEvent(tx, eventId);
    const [row] = await tx.select().from(participations).where(eq(participations.id, input.id)).for("update");
    if (!row) throw new Refusal("not_found");
    ensure(actor, transition.action, { participationId: row.id });
    if (row.revision !== input.revision) throw new Refusal("stale");
    if (!possible(transition.step, row.state)) throw new Refusal("not_from_this_state");
    await transition.check?.(tx, event, row);
    const [after] = await tx
      .update(participations)
      .set({ state: transition.to, stateAt: at, stateReason: input.reason, revision: row.revision + 1 })
      .where(eq(participations.id, row.id))
      .returning();
    if (!after) throw new Refusal("not_found");
    await record(tx, actor, {
      action: transition.action,
      subject: ["participation", row.id],
      eventId: event.id,
      at,
      reason: input.reason,
      details: { from: row.state, to: after.state },
    });
    await tell(tx, transition.to, after, event, row.state === "approved");
    await transition.followUp?.(tx, event, at);
    return { revision: after.revision, state: after.state };
  });
}

/** The event is locked before the participation, by every verb, so that two of them never wait for each other. */
export async function eventOf(tx: Transaction, participationId: string): Promise<string> {
  const [row] = await tx
    .select({ eventId: participations.eventId })
    .from(participations)
    .where(eq(participations.id, participationId));
  if (!row) throw new Refusal("not_found");
  return row.eventId;
}
