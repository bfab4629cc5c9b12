import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaSubscriptions } from "@/db/schema/agenda-subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import type { RevokeStarsInput } from "./input";
import { lockSubscription } from "./star";

/**
 * Ends a private link: its page and its calendar stop for everybody who has it, and the list of items is erased. Whoever
 * holds the link may. Refuses `not_found`.
 */
export async function revoke(actor: Actor, { link }: RevokeStarsInput, at = now()) {
  return db().transaction(async (tx) => {
    const kept = await lockSubscription(tx, link);
    ensure(actor, "agenda.star");
    await tx
      .update(agendaSubscriptions)
      .set({ itemIds: [], revokedAt: at })
      .where(eq(agendaSubscriptions.id, kept.id));
    return { revoked: true };
  });
}
