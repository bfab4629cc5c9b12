import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WebhookStepInput } from "./input";
import { lockWebhook, shown } from "./lock";
import { newSecret } from "./secret";

/** Signs with a new secret from now on, which is answered this once; the old one counts no more. Refuses `stale`. */
export async function rotate(actor: Actor, { id, revision }: WebhookStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockWebhook(tx, id);
    ensure(actor, "webhook.edit");
    if (!row) throw new Refusal("not_found");
    if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: shown(row) });
    const secret = newSecret();
    await tx
      .update(webhooks)
      .set({ secret, revision: revision + 1 })
      .where(eq(webhooks.id, id));
    await record(tx, actor, {
      action: "webhook.edit",
      subject: ["webhook", id],
      at,
      details: { changed: ["secret"] },
    });
    return { revision: revision + 1, secret };
  });
}
