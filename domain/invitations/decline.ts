import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { promote } from "@/domain/participations/promote";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { ensureOpen, lockInvitation } from "./lock";

/**
 * Declines an invitation, with the invitee's reason where they give one; a place that was kept goes to whoever is
 * next. The reason is the invitee's own words and stays with the invitation, out of history. Refuses
 * `invitation_accepted`, `invitation_declined`, `invitation_revoked`, `invitation_expired`.
 */
export async function decline(actor: Actor, { reason }: { reason: string }, at = now()) {
  if (actor.kind !== "invitee") throw new Refusal("not_found");
  const id = actor.invitationId;
  return db().transaction(async (tx) => {
    const { event, row } = await lockInvitation(tx, id);
    ensure(actor, "invitation.answer", { invitationId: row.id });
    ensureOpen(row, at);
    await tx
      .update(invitations)
      .set({ declinedAt: at, declineReason: reason, openedAt: row.openedAt ?? at })
      .where(eq(invitations.id, id));
    await record(tx, actor, {
      action: "invitation.answer",
      subject: ["invitation", id],
      eventId: event.id,
      at,
      details: { answer: "declined" },
    });
    await promote(tx, event, at);
    return { outcome: "declined" as const };
  });
}
