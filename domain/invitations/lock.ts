import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { Refusal } from "@/lib/refusal";
import { invitationState, isOpen } from "./rules";

export type InvitationRow = typeof invitations.$inferSelect;

/** Locks the event of an invitation, then the invitation, and answers both. Refuses `not_found`. */
export async function lockInvitation(
  tx: Transaction,
  id: string,
): Promise<{ event: EventRow; row: InvitationRow }> {
  const [found] = await tx
    .select({ eventId: invitations.eventId })
    .from(invitations)
    .where(eq(invitations.id, id));
  if (!found) throw new Refusal("not_found");
  const event = await lockEvent(tx, found.eventId);
  const [row] = await tx.select().from(invitations).where(eq(invitations.id, id)).for("update");
  if (!row) throw new Refusal("not_found");
  return { event, row };
}

/** Refuses `invitation_accepted`, `invitation_declined`, `invitation_revoked`, `invitation_expired`. */
export function ensureOpen(row: InvitationRow, at: Date) {
  const state = invitationState({ ...row, mail: null }, at);
  if (!isOpen(state)) throw new Refusal(`invitation_${state}`);
}
