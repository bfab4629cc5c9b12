import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { ParticipationState, PoolKind } from "@/db/enums";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import type { Action } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { Refusal } from "@/lib/refusal";
import type { StepInput } from "./input";
import { promote } from "./promote";
import { possible, type Step } from "./rules";
import type { News, ParticipationRow } from "./said";
import { tell } from "./tell";

/** The seat somebody holds after a step, and why it was given above the capacity where it was. */
export type Seat = { seatPool: PoolKind | null; overrideReason?: string };

type Transition = {
  step: Exclude<Step, "change" | "replace">;
  action: Action;
  to: ParticipationState;
  /** What the person and their delegation are told; absent: nothing. */
  news?: News;
  /** The seat after the step, decided behind the event's lock; absent: what is held stays held. */
  seat?: (tx: Transaction, event: EventRow, row: ParticipationRow) => Promise<Seat>;
};

/**
 * The one way a decision changes a participation's state: event locked first (it is the queue), then the right, the
 * revision, the transition; history and mail in the same transaction, and a seat that becomes free goes on. Refuses
 * `not_found`, `not_allowed`, `stale`, `not_from_this_state`.
 */
export async function step(actor: Actor, input: StepInput, transition: Transition, at: Date) {
  return db().transaction(async (tx) => {
    const eventId = await eventOf(tx, input.id);
    const event = await lockEvent(tx, eventId);
    const [row] = await tx.select().from(participations).where(eq(participations.id, input.id)).for("update");
    if (!row) throw new Refusal("not_found");
    ensureSeen(actor, row);
    ensure(actor, transition.action, subjectOf(row));
    if (row.revision !== input.revision) throw new Refusal("stale");
    if (!possible(transition.step, row.state)) throw new Refusal("not_from_this_state");
    const seat = await transition.seat?.(tx, event, row);
    const [after] = await tx
      .update(participations)
      .set({
        ...(seat ?? {}),
        state: transition.to,
        stateAt: at,
        updatedAt: at,
        stateReason: input.reason,
        offerExpiresAt: null,
        revision: row.revision + 1,
      })
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
    // Whoever was nominated and not submitted was told of nothing yet.
    if (transition.news && row.state !== "nominated")
      await tell(tx, transition.news, after, event, row.state === "approved");
    if (seat) await promote(tx, event, at);
    return { revision: after.revision, state: after.state };
  });
}

/** No seat: what a step that takes somebody out of the event leaves them with. */
export const noSeat = async (): Promise<Seat> => ({ seatPool: null, overrideReason: "" });

/** What the table of rights looks at, of a participation. */
export function subjectOf(row: Pick<ParticipationRow, "id" | "delegationId" | "organisationId">) {
  // A registration of one's own that names an organisation is not that organisation's to act on.
  return { participationId: row.id, organisationId: row.delegationId ? row.organisationId : null };
}

/** Refuses `not_found` where a focal point reaches for somebody of another organisation's delegation. */
export function ensureSeen(actor: Actor, row: Pick<ParticipationRow, "delegationId" | "organisationId">) {
  if (actor.kind !== "user" || actor.role !== "focal_point" || row.delegationId === null) return;
  if (row.organisationId !== actor.organisationId) throw new Refusal("not_found");
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
