import { and, arrayContains, isNull } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { webhookTopics } from "@/db/enums";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { payloadOf } from "./payload";
import { queue } from "./queue";
import { keyOf } from "./rules";

/** What the job is told by `notify`. */
export const tellInput = z.object({
  topic: z.enum(webhookTopics),
  id: z.uuid(),
  key: z.string().max(100),
  publicFrom: z.iso.datetime().transform((text) => new Date(text)),
});

/**
 * Makes one delivery for each system that wants to know of something that has become public: also where the job runs
 * again, for the database keeps one per system and key. Of what is not public at the moment nothing is told; a clock that
 * is behind the database's waits. Answers how many were made.
 */
export async function tellWebhooks(
  actor: Actor,
  { publicFrom, ...told }: z.output<typeof tellInput>,
  at = now(),
): Promise<number> {
  ensure(actor, "webhook.deliver");
  if (publicFrom > at) {
    const payload = { ...told, publicFrom: publicFrom.toISOString() };
    const later = { runAt: new Date(publicFrom.getTime() + 1_000), jobKey: `notify-webhooks:${keyOf(told)}` };
    await db().transaction((tx) => enqueue(tx, "notify-webhooks", payload, later));
    return 0;
  }
  const payload = await payloadOf(told, at);
  if (!payload) return 0;
  return db().transaction(async (tx) => {
    const wanting = await tx
      .select({ id: webhooks.id })
      .from(webhooks)
      .where(and(isNull(webhooks.removedAt), arrayContains(webhooks.topics, [told.topic])));
    if (wanting.length === 0) return 0;
    const made = await tx
      .insert(webhookDeliveries)
      .values(
        wanting.map(({ id }) => ({
          webhookId: id,
          topic: told.topic,
          key: keyOf(told),
          payload,
          nextAttemptAt: at,
          createdAt: at,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: webhookDeliveries.id });
    for (const delivery of made) await queue(tx, delivery.id);
    return made.length;
  });
}
