import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { newToken } from "@/lib/tokens";
import { ensureOpen, lockInvitation } from "./lock";
import { stopMails, tellInvited } from "./tell";
import { ensureInviting } from "./write";

/**
 * Reminds somebody of an invitation they have not answered, with a fresh link: the earlier one stops, so that a mail
 * that went astray is worth nothing. Refuses `invitation_accepted`, `invitation_declined`, `invitation_revoked`,
 * `invitation_expired`, `event_cancelled`, `event_over`.
 */
export async function remind(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    const { event, row } = await lockInvitation(tx, id);
    ensure(actor, "invitation.remind");
    ensureInviting(event, at);
    ensureOpen(row, at);
    const { token, hash } = newToken();
    await stopMails(tx, id);
    const [after] = await tx
      .update(invitations)
      .set({ tokenHash: hash, remindedAt: at, reminders: row.reminders + 1 })
      .where(eq(invitations.id, id))
      .returning();
    if (!after) throw new Error("an invitation vanished behind its lock");
    await record(tx, actor, {
      action: "invitation.remind",
      subject: ["invitation", id],
      eventId: event.id,
      at,
      details: { reminders: after.reminders },
    });
    await tellInvited(tx, event, after, token);
    return { reminders: after.reminders };
  });
}
