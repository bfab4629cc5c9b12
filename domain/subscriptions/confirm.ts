import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SubscriptionLinkInput } from "./input";
import { lockByLink } from "./link";
import { subscriptionState } from "./rules";

/**
 * Begins a subscription: its holder has the mail, so the address is theirs. What becomes public from now on is told.
 * Doing it twice is the same. No history: whoever asks is nobody we know. Refuses `not_found`, `subscription_expired`.
 */
export async function confirm(actor: Actor, { link }: SubscriptionLinkInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockByLink(tx, link);
    ensure(actor, "subscription.subscribe");
    const state = subscriptionState(row, at);
    if (state === "expired") throw new Refusal("subscription_expired");
    if (state === "asked")
      await tx
        .update(subscriptions)
        .set({ confirmedAt: at, toldUntil: at })
        .where(eq(subscriptions.id, row.id));
    return { confirmed: true };
  });
}
