import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";

/** Deliveries on a page of the log. */
export const pageSize = 50;

/** What may be seen of a webhook: never its secret. */
const columns = {
  id: webhooks.id,
  name: webhooks.name,
  url: webhooks.url,
  topics: webhooks.topics,
  createdAt: webhooks.createdAt,
  createdBy: webhooks.createdBy,
  pausedAt: webhooks.pausedAt,
  revision: webhooks.revision,
};

const counted = (state: "waiting" | "failed") =>
  sql<number>`(select count(*)::int from ${webhookDeliveries} d where d.webhook_id = ${webhooks.id} and d.state = ${state})`;
const lastDelivered =
  sql<Date | null>`(select max(d.delivered_at) from ${webhookDeliveries} d where d.webhook_id = ${webhooks.id})`.mapWith(
    (at: string | null) => (at === null ? null : new Date(at)),
  );

/** The systems that are told, with how that goes. */
export async function listWebhooks(actor: Actor) {
  ensure(actor, "webhook.edit");
  return db()
    .select({ ...columns, waiting: counted("waiting"), failed: counted("failed"), lastDelivered })
    .from(webhooks)
    .where(isNull(webhooks.removedAt))
    .orderBy(asc(webhooks.name), webhooks.id);
}

/** One of them. Refuses `not_found`. */
export async function webhookForAdmin(actor: Actor, id: string) {
  ensure(actor, "webhook.edit");
  const [webhook] = await db()
    .select({ ...columns, waiting: counted("waiting") })
    .from(webhooks)
    .where(and(eq(webhooks.id, id), isNull(webhooks.removedAt)));
  if (!webhook) throw new Refusal("not_found");
  return webhook;
}

/** A page of what a system was told, latest first: what, how often it was tried, what came back. */
export async function deliveriesOf(actor: Actor, webhookId: string, page: number) {
  ensure(actor, "webhook.edit");
  const [rows, [total]] = await Promise.all([
    db()
      .select({
        id: webhookDeliveries.id,
        topic: webhookDeliveries.topic,
        state: webhookDeliveries.state,
        attempts: webhookDeliveries.attempts,
        nextAttemptAt: webhookDeliveries.nextAttemptAt,
        status: webhookDeliveries.status,
        lastError: webhookDeliveries.lastError,
        createdAt: webhookDeliveries.createdAt,
        deliveredAt: webhookDeliveries.deliveredAt,
        payload: webhookDeliveries.payload,
      })
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.webhookId, webhookId))
      .orderBy(desc(webhookDeliveries.createdAt), webhookDeliveries.id)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().select({ count: count() }).from(webhookDeliveries).where(eq(webhookDeliveries.webhookId, webhookId)),
  ]);
  return { rows, total: total?.count ?? 0 };
}
