import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { renewLink } from "./links";
import { ensureOpen, lockInvitation } from "./lock";
import { tellInvited } from "./tell";
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
    const { token, row: after } = await renewLink(tx, id, at);
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
