import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";

/**
 * Notes that a person has seen an invitation, the first time. The page sends it when it is in sight, for programs that
 * only follow links in mails are no readers.
 */
export async function open(actor: Actor, at = now()) {
  if (actor.kind !== "invitee") throw new Refusal("not_found");
  ensure(actor, "invitation.answer", { invitationId: actor.invitationId });
  await db()
    .update(invitations)
    .set({ openedAt: at })
    .where(and(eq(invitations.id, actor.invitationId), isNull(invitations.openedAt)));
  return {};
}
