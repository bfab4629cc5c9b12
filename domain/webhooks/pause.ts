import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WebhookStepInput } from "./input";
import { lockWebhook, shown } from "./lock";
import { queue } from "./queue";

/** Stops telling a system for a while: what there would be to tell waits. Refuses `stale`, `webhook_paused`. */
export async function pause(actor: Actor, { id, revision }: WebhookStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockWebhook(tx, id);
    ensure(actor, "webhook.edit");
    if (!row) throw new Refusal("not_found");
    if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: shown(row) });
    if (row.pausedAt) throw new Refusal("webhook_paused");
    await tx
      .update(webhooks)
      .set({ pausedAt: at, revision: revision + 1 })
      .where(eq(webhooks.id, id));
    await record(tx, actor, {
      action: "webhook.edit",
      subject: ["webhook", id],
      at,
      details: { changed: ["pausedAt"] },
    });
    return { revision: revision + 1 };
  });
}

/** Goes on telling a system, first of all what has waited. Refuses `stale`, `webhook_not_paused`. */
export async function resume(actor: Actor, { id, revision }: WebhookStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockWebhook(tx, id);
    ensure(actor, "webhook.edit");
    if (!row) throw new Refusal("not_found");
    if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: shown(row) });
    if (!row.pausedAt) throw new Refusal("webhook_not_paused");
    await tx
      .update(webhooks)
      .set({ pausedAt: null, revision: revision + 1 })
      .where(eq(webhooks.id, id));
    const waiting = await tx
      .update(webhookDeliveries)
      .set({ attempts: 0, nextAttemptAt: at })
      .where(and(eq(webhookDeliveries.webhookId, id), eq(webhookDeliveries.state, "waiting")))
      .returning({ id: webhookDeliveries.id });
    for (const delivery of waiting) await queue(tx, delivery.id);
    await record(tx, actor, {
      action: "webhook.edit",
      subject: ["webhook", id],
      at,
      details: { changed: ["pausedAt"], waiting: waiting.length },
    });
    return { revision: revision + 1 };
  });
}
