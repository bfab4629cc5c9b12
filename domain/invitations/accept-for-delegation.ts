import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { ensureOpen, lockInvitation } from "./lock";

/**
 * Says that a delegation will be nominated; who is in it is said at the desk. Refuses `invitation_accepted`,
 * `invitation_declined`, `invitation_revoked`, `invitation_expired`.
 */
export async function acceptForDelegation(actor: Actor, at = now()) {
  if (actor.kind !== "invitee") throw new Refusal("not_found");
  const id = actor.invitationId;
  return db().transaction(async (tx) => {
    const { event, row } = await lockInvitation(tx, id);
    ensure(actor, "invitation.answer", { invitationId: row.id });
    ensureOpen(row, at);
    if (!row.delegationId) throw new Refusal("not_found");
    await tx
      .update(invitations)
      .set({ acceptedAt: at, openedAt: row.openedAt ?? at })
      .where(eq(invitations.id, id));
    await record(tx, actor, {
      action: "invitation.answer",
      subject: ["invitation", id],
      eventId: event.id,
      at,
      details: { answer: "accepted" },
    });
    return { outcome: "nominating" as const };
  });
}
