import { and, eq, gt, isNull } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { db, type Transaction } from "@/db/client";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { type Answered, postOutside } from "@/lib/http/post-outside";
import { log } from "@/lib/log";
import { reach } from "./lock";
import { payloadOf } from "./payload";
import { queue } from "./queue";
import { isTaken, isUnwanted, mostAttempts, nextAttempt, toldBy } from "./rules";

type Delivery = typeof webhookDeliveries.$inferSelect;
type Hook = typeof webhooks.$inferSelect;

/**
 * Sends one delivery, if it still waits, signed after Standard Webhooks. The row stays locked while the other side takes
 * it, so that two workers never send the same one; it is sent twice only where the process dies between their answer and
 * the commit, and then with the same id. What it says is read anew: what is public no more is not sent. A failure is tried
 * again later, for about a day; then the system is paused, unless it took something else meanwhile.
 */
export async function deliver(
  actor: Actor,
  { id }: { id: string },
  at = now(),
): Promise<"delivered" | "waits" | "failed" | "nothing"> {
  ensure(actor, "webhook.deliver");
  return db().transaction(async (tx) => {
    const [found] = await tx
      .select({ delivery: webhookDeliveries, hook: webhooks })
      .from(webhookDeliveries)
      .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
      .where(eq(webhookDeliveries.id, id))
      .for("update", { of: webhookDeliveries, skipLocked: true });
    if (found?.delivery.state !== "waiting") return "nothing";
    const { delivery, hook } = found;
    if (hook.removedAt) return giveUp(tx, delivery, "removed");
    const told = toldBy(delivery.key);
    if (hook.pausedAt && told) return "waits";
    const payload = told ? await payloadOf(told, at) : delivery.payload;
    if (!payload) return giveUp(tx, delivery, "no_longer_public");
    const answered = await sent(hook, delivery.id, JSON.stringify(payload), at);
    const facts = { payload, attempts: delivery.attempts + 1, status: statusOf(answered) ?? null };
    if ("status" in answered && isTaken(answered.status)) {
      await tx
        .update(webhookDeliveries)
        .set({ ...facts, state: "delivered", deliveredAt: at, lastError: "" })
        .where(eq(webhookDeliveries.id, id));
      return "delivered";
    }
    return failed(tx, actor, { delivery: { ...delivery, ...facts }, hook, answered }, at);
  });
}

async function sent(hook: Hook, id: string, body: string, at: Date): Promise<Answered> {
  const headers = {
    "content-type": "application/json",
    "user-agent": "Plenary-Webhooks/1",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": new Webhook(hook.secret).sign(id, at, body),
  };
  return postOutside(hook.url, body, headers, reach());
}

const statusOf = (answered: Answered) => ("status" in answered ? answered.status : undefined);

type Failure = { delivery: Delivery; hook: Hook; answered: Answered };

async function failed(tx: Transaction, actor: Actor, { delivery, hook, answered }: Failure, at: Date) {
  const { id, payload, attempts, status } = delivery;
  const lastError = "error" in answered ? answered.error : "";
  log.warn({ delivery: id, attempts, status, code: lastError }, "a webhook could not be delivered");
  const given = attempts >= mostAttempts || isUnwanted(statusOf(answered)) || !toldBy(delivery.key);
  const nextAttemptAt = nextAttempt(attempts, at);
  await tx
    .update(webhookDeliveries)
    .set({ payload, attempts, status, lastError, nextAttemptAt, state: given ? "failed" : "waiting" })
    .where(eq(webhookDeliveries.id, id));
  if (!given) {
    await queue(tx, id, nextAttemptAt);
    return "waits" as const;
  }
  if (toldBy(delivery.key)) await pauseUnlessTaking(tx, actor, delivery, hook, at);
  return "failed" as const;
}

async function giveUp(tx: Transaction, { id }: Delivery, lastError: string) {
  await tx.update(webhookDeliveries).set({ state: "failed", lastError }).where(eq(webhookDeliveries.id, id));
  return "failed" as const;
}

/** Who has taken nothing since a delivery was first tried will not take the next one either. */
async function pauseUnlessTaking(tx: Transaction, actor: Actor, delivery: Delivery, hook: Hook, at: Date) {
  const [taken] = await tx
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.webhookId, hook.id),
        eq(webhookDeliveries.state, "delivered"),
        gt(webhookDeliveries.deliveredAt, delivery.createdAt),
      ),
    )
    .limit(1);
  if (taken) return;
  const paused = await tx
    .update(webhooks)
    .set({ pausedAt: at, revision: hook.revision + 1 })
    .where(and(eq(webhooks.id, hook.id), eq(webhooks.revision, hook.revision), isNull(webhooks.pausedAt)))
    .returning({ id: webhooks.id });
  if (paused.length === 0) return;
  await record(tx, actor, {
    action: "webhook.edit",
    subject: ["webhook", hook.id],
    at,
    details: { changed: ["pausedAt"] },
  });
}
