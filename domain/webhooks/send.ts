import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { webhookDeliveries } from "@/db/schema/webhooks";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { lockWebhook } from "./lock";
import { queue } from "./queue";

/** Sends a trial to a system, also to one that is paused: signed like everything else, about nothing. */
export async function sendTest(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockWebhook(tx, id);
    ensure(actor, "webhook.edit");
    if (!row) throw new Refusal("not_found");
    const [delivery] = await tx
      .insert(webhookDeliveries)
      .values({
        webhookId: id,
        topic: "test",
        key: `test:${crypto.randomUUID()}`,
        payload: { type: "test", timestamp: at.toISOString(), data: {} },
        nextAttemptAt: at,
        createdAt: at,
      })
      .returning({ id: webhookDeliveries.id });
    if (!delivery) throw new Refusal("not_found");
    await queue(tx, delivery.id);
    await record(tx, actor, {
      action: "webhook.edit",
      subject: ["webhook", id],
      at,
      details: { test: delivery.id },
    });
    return { id: delivery.id };
  });
}

/** Tries a delivery again at once, under the same id: one that failed, waits, or was taken and lost. */
export async function sendAgain(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    const [row] = await tx.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id)).for("update");
    ensure(actor, "webhook.edit");
    if (!row) throw new Refusal("not_found");
    await tx
      .update(webhookDeliveries)
      .set({ state: "waiting", attempts: 0, nextAttemptAt: at, deliveredAt: null, lastError: "" })
      .where(eq(webhookDeliveries.id, id));
    await queue(tx, id);
    await record(tx, actor, {
      action: "webhook.edit",
      subject: ["webhook", row.webhookId],
      at,
      details: { again: id },
    });
    return { id };
  });
}
