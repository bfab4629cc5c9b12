import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { eraseSubscriber } from "./erase";
import type { SubscriptionLinkInput } from "./input";
import { byLink } from "./link";

/**
 * Ends the subscription a link belongs to and erases its address, also from the mails that were sent; what waits to
 * leave does not. Ending twice is the same. Answers whether the link is one of ours.
 */
export async function end(actor: Actor, { link }: SubscriptionLinkInput, at = now()): Promise<boolean> {
  return db().transaction(async (tx) => {
    ensure(actor, "subscription.subscribe");
    const known = await byLink(tx, link);
    if (!known) return false;
    const [row] = await tx.select().from(subscriptions).where(eq(subscriptions.id, known.id)).for("update");
    if (row && !row.endedAt) {
      await eraseSubscriber(tx, row);
      await tx.update(subscriptions).set({ endedAt: at, email: "" }).where(eq(subscriptions.id, row.id));
    }
    return true;
  });
}
