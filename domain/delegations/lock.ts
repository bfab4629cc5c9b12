import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { Refusal } from "@/lib/refusal";
import { nominationDoor } from "./rules";
import { seenBy } from "./seen";

export type DelegationRow = typeof delegations.$inferSelect;

/**
 * Locks a delegation behind its event and answers both. For a focal point, the delegation of another organisation, and
 * one at an event that is not announced, is not there: refuses `not_found`. The right itself is the verb's to ask.
 */
export async function lockDelegation(
  tx: Transaction,
  actor: Actor,
  id: string,
  at: Date,
): Promise<{ event: EventRow; delegation: DelegationRow }> {
  const [found] = await tx
    .select({ eventId: delegations.eventId })
    .from(delegations)
    .where(and(eq(delegations.id, id), seenBy(actor)));
  if (!found) throw new Refusal("not_found");
  const event = await lockEvent(tx, found.eventId);
  const [delegation] = await tx.select().from(delegations).where(eq(delegations.id, id)).for("update");
  const announced = event.announcedAt !== null && event.announcedAt <= at;
  if (!delegation || (isBound(actor) && !announced)) throw new Refusal("not_found");
  return { event, delegation };
}

/** Refuses `event_cancelled` and `event_over`. */
export function ensureToCome(event: EventRow, at: Date) {
  if (event.cancelledAt) throw new Refusal("event_cancelled");
  if (event.endsAt <= at) throw new Refusal("event_over");
}

/** Whether the deadline of a delegation binds an actor: its focal points, not those who keep the delegations. */
export function isBound(actor: Actor): boolean {
  return !can(actor, "delegation.edit");
}

/** Refuses `nomination_over` where the deadline with its grace has passed for whoever is bound by it. */
export async function ensureBeforeDeadline(
  tx: Transaction,
  actor: Actor,
  event: EventRow,
  delegationId: string | null,
  at: Date,
) {
  // A participant may give their seat back and mend their own details until the end: nobody gains by a wrong badge.
  if (!isBound(actor) || actor.kind === "participant" || delegationId === null) return;
  const [delegation] = await tx
    .select({ nominationClosesAt: delegations.nominationClosesAt })
    .from(delegations)
    .where(eq(delegations.id, delegationId));
  if (!delegation) throw new Refusal("not_found");
  if (nominationDoor(event, delegation, at) === "over") throw new Refusal("nomination_over");
}
