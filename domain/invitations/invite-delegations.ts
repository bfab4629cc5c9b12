import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { delegationOf } from "@/domain/delegations/of";
import { lockEvent } from "@/domain/events/lock";
import { now } from "@/lib/clock";
import type { InviteDelegationsInput } from "./input";
import { membersToNominate } from "./to-nominate";
import { ensureInviting, expiryOf, writeInvitation } from "./write";

/**
 * Opens a delegation for every member that has a focal point and invites each of its focal points to nominate, those
 * who were invited before left out. Refuses `event_not_announced`, `event_cancelled`, `event_over`,
 * `expiry_not_possible`. Answers how many were invited, and how many members have nobody to write to.
 */
export async function inviteDelegations(
  actor: Actor,
  { eventId, expiresAt: local }: InviteDelegationsInput,
  at = now(),
) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, eventId);
    ensure(actor, "invitation.invite");
    ensureInviting(event, at);
    const expiresAt = expiryOf(local, event, at);
    const { fresh, without } = await membersToNominate(tx, event, at);
    for (const { organisationId, email, name, locale } of fresh) {
      const delegationId = await delegationOf(tx, eventId, organisationId, at);
      const invitation = { delegationId, email, name, locale, expiresAt, pool: "members" as const };
      await writeInvitation(tx, actor, event, invitation, at);
    }
    return { invited: fresh.length, without: without.length };
  });
}
