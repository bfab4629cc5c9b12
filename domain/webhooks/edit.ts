import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EditWebhookInput } from "./input";
import { ensureReachable, lockWebhook, shown } from "./lock";

/** Changes where and of what another system is told. Refuses `stale` with theirs, `webhook_not_https`. */
export async function edit(actor: Actor, { id, revision, ...facts }: EditWebhookInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockWebhook(tx, id);
    ensure(actor, "webhook.edit");
    if (!row) throw new Refusal("not_found");
    if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: shown(row) });
    ensureReachable(facts.url);
    const changed = changedFields(row, facts);
    if (changed.length === 0) return { revision };
    await tx
      .update(webhooks)
      .set({ ...facts, revision: revision + 1 })
      .where(eq(webhooks.id, id));
    await record(tx, actor, { action: "webhook.edit", subject: ["webhook", id], at, details: { changed } });
    return { revision: revision + 1 };
  });
}
