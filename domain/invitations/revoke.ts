import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { promote } from "@/domain/participations/promote";
import { now } from "@/lib/clock";
import { stopMails } from "./links";
import { ensureOpen, lockInvitation } from "./lock";

/**
 * Takes an invitation back that is not answered: its link stops, a mail that has not left stays, and a place that was
 * kept goes to whoever is next. Nobody is told. Refuses `invitation_accepted`, `invitation_declined`,
 * `invitation_revoked`, `invitation_expired`.
 */
export async function revoke(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    const { event, row } = await lockInvitation(tx, id);
    ensure(actor, "invitation.revoke");
    ensureOpen(row, at);
    await tx.update(invitations).set({ revokedAt: at }).where(eq(invitations.id, id));
    await stopMails(tx, id);
    await record(tx, actor, {
      action: "invitation.revoke",
      subject: ["invitation", id],
      eventId: event.id,
      at,
    });
    await promote(tx, event, at);
    return { id };
  });
}
