import { and, eq, isNull, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { queue } from "./queue";

/** Gives a job back to deliveries that should have left ten minutes ago: after a restored backup, or a killed process. */
export async function sweepWebhooks(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "webhook.deliver");
  return db().transaction(async (tx) => {
    const rows = await tx
      .select({ id: webhookDeliveries.id })
      .from(webhookDeliveries)
      .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
      .where(
        and(
          eq(webhookDeliveries.state, "waiting"),
          isNull(webhooks.pausedAt),
          isNull(webhooks.removedAt),
          lt(webhookDeliveries.nextAttemptAt, new Date(at.getTime() - 10 * 60_000)),
        ),
      )
      .limit(1_000);
    for (const { id } of rows) await queue(tx, id);
    return rows.length;
  });
}
