import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ChangeSubscriptionInput } from "./input";
import { lockByLink } from "./link";
import { writeDigests } from "./write-digests";

/**
 * Changes how a subscriber is told. Whoever leaves the digest gets now what has gathered for it, so that nothing falls
 * between the two. Refuses `not_found`, `subscription_expired` where it was never confirmed.
 */
export async function change(actor: Actor, { link, ...wishes }: ChangeSubscriptionInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockByLink(tx, link);
    ensure(actor, "subscription.subscribe");
    if (!row.confirmedAt) throw new Refusal("subscription_expired");
    const other = row.cadence !== wishes.cadence;
    if (other && row.cadence === "digest") await writeDigests(tx, [row], at, at);
    await tx
      .update(subscriptions)
      .set(other ? { ...wishes, toldUntil: at } : wishes)
      .where(eq(subscriptions.id, row.id));
    return wishes;
  });
}
