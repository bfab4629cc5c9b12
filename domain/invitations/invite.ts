import { db, type Transaction } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { poolsOf } from "@/domain/pools/queries";
import { freeIn } from "@/domain/pools/rules";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { Refusal } from "@/lib/refusal";
import type { InviteInput } from "./input";
import { ensureInviting, expiryOf, writeInvitation } from "./write";

/**
 * Invites one person by a personal link. A guaranteed place is kept in its pool from now until the answer or the
 * expiry; where the pool has no free seat it stands above the capacity, and needs the right to override and a reason.
 * Refuses `event_not_announced`, `event_cancelled`, `event_over`, `already_invited`, `already_registered`,
 * `pool_full`, `reason_missing`, `expiry_not_possible`.
 */
export async function invite(actor: Actor, { eventId, reason, ...person }: InviteInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, eventId);
    ensure(actor, "invitation.invite");
    ensureInviting(event, at);
    const expiresAt = expiryOf(person.expiresAt, event, at);
    const above = person.guaranteed && freeIn(await poolsOf(tx, event.id, at), person.pool) === 0;
    if (above) ensureOverride(actor, person.pool, reason);
    const row = await writeInvitation(tx, actor, event, { ...person, expiresAt }, at);
    if (above) {
      await record(tx, actor, {
        action: "participation.override",
        subject: ["invitation", row.id],
        eventId: event.id,
        at,
        reason,
      });
    }
    if (row.guaranteed) await passOnAtExpiry(tx, event, row);
    return { id: row.id };
  });
}

function ensureOverride(actor: Actor, pool: InviteInput["pool"], reason: string) {
  if (!can(actor, "participation.override")) throw new Refusal("pool_full", { pool });
  if (reason === "") throw new Refusal("reason_missing");
}

/** A kept seat becomes free by the clock alone: somebody must look then. */
async function passOnAtExpiry(tx: Transaction, event: EventRow, row: { id: string; expiresAt: Date }) {
  const when = { jobKey: `guarantee:${row.id}`, runAt: row.expiresAt };
  await enqueue(tx, "pass-on-seats", { id: event.id }, when);
}
