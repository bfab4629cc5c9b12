import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { webhooks } from "@/db/schema/webhooks";
import { env } from "@/lib/env";
import type { Reach } from "@/lib/http/post-outside";
import { Refusal } from "@/lib/refusal";

/** Locks a webhook; nothing where there is none, also where it was removed. */
export async function lockWebhook(tx: Transaction, id: string) {
  const [row] = await tx
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, id), isNull(webhooks.removedAt)))
    .for("update");
  return row;
}

/** What a form shows of a webhook beside a stale one: never its secret. */
export const shown = ({ name, url, topics, revision }: typeof webhooks.$inferSelect) => ({
  name,
  url,
  topics,
  revision,
});

/** Whom this installation may tell: the internet; its own network where it says so; this machine in the demonstration. */
export function reach(): Reach {
  const { WEBHOOKS_ALLOW_PRIVATE, demonstration } = env();
  return { private: WEBHOOKS_ALLOW_PRIVATE === "1", loopback: demonstration };
}

/** Refuses `webhook_not_https` where a receiver on this machine is named that may not be reached. */
export function ensureReachable(url: string) {
  if (new URL(url).protocol === "http:" && !reach().loopback) throw new Refusal("webhook_not_https");
}
