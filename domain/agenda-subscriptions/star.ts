import { and, eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { agendaSubscriptions } from "@/db/schema/agenda-subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { currentRelease } from "@/domain/agenda/public";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { hashOf } from "@/lib/tokens";
import type { StarInput } from "./input";
import { mostStars } from "./rules";
import { knownOf } from "./save";

/**
 * Sets or takes away stars behind a private link, and answers all that are set now: what two devices do at once is both
 * done. Whoever holds the link may. Refuses `not_found` where the link leads nowhere, or no more.
 */
export async function star(actor: Actor, { link, items, starred }: StarInput, at = now()) {
  const [own] = await db()
    .select({ eventId: agendaSubscriptions.eventId })
    .from(agendaSubscriptions)
    .where(eq(agendaSubscriptions.tokenHash, hashOf(link)));
  const release = own && (await currentRelease(own.eventId, at));
  if (!release) throw new Refusal("not_found");
  return db().transaction(async (tx) => {
    const kept = await lockSubscription(tx, link);
    ensure(actor, "agenda.star");
    const itemIds =
      starred === "yes"
        ? [...new Set([...kept.itemIds, ...knownOf(release, items)])].slice(0, mostStars)
        : kept.itemIds.filter((id) => !items.includes(id));
    await tx
      .update(agendaSubscriptions)
      .set({ itemIds, lastUsedOn: dayIn(at, "UTC") })
      .where(eq(agendaSubscriptions.id, kept.id));
    return { items: itemIds };
  });
}

/** Locks the stars behind a private link. Refuses `not_found`, also once the link is revoked. */
export async function lockSubscription(tx: Transaction, link: string) {
  const [row] = await tx
    .select({
      id: agendaSubscriptions.id,
      itemIds: agendaSubscriptions.itemIds,
    })
    .from(agendaSubscriptions)
    .where(and(eq(agendaSubscriptions.tokenHash, hashOf(link)), isNull(agendaSubscriptions.revokedAt)))
    .for("update");
  if (!row) throw new Refusal("not_found");
  return row;
}
