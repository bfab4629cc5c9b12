import { db } from "@/db/client";
import { webhooks } from "@/db/schema/webhooks";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WebhookInput } from "./input";
import { ensureReachable } from "./lock";
import { newSecret } from "./secret";

/**
 * Has another system told from now on. Answers the secret with which what it is sent is signed: this once, and never
 * again. Refuses `webhook_not_https`.
 */
export async function create(actor: Actor, input: WebhookInput, at = now()) {
  return db().transaction(async (tx) => {
    ensure(actor, "webhook.edit");
    ensureReachable(input.url);
    const secret = newSecret();
    const [webhook] = await tx
      .insert(webhooks)
      .values({ ...input, secret, createdAt: at, createdBy: actorName(actor) })
      .returning({ id: webhooks.id });
    if (!webhook) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "webhook.edit",
      subject: ["webhook", webhook.id],
      at,
      details: { topics: input.topics },
    });
    return { id: webhook.id, secret };
  });
}
