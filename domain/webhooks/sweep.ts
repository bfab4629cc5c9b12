import { and, eq, isNull, lt, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { queue } from "./queue";

/** The log of what was told is kept so long. */
const keptDays = 90;

/**
 * Gives a job back to deliveries that should have left ten minutes ago: after a restored backup, or a killed process.
 * Forgets what was told long ago.
 */
export async function sweepWebhooks(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "webhook.deliver");
  const old = new Date(at.getTime() - keptDays * 24 * 3_600_000);
  return db().transaction(async (tx) => {
    await tx
      .delete(webhookDeliveries)
      .where(and(ne(webhookDeliveries.state, "waiting"), lt(webhookDeliveries.createdAt, old)));
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
