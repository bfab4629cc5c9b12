import type { Transaction } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";

/** Has a delivery tried, at once or not before an instant. */
export async function queue(tx: Transaction, id: string, runAt?: Date) {
  await enqueue(tx, "deliver-webhook", { id }, { jobKey: `webhook-delivery:${id}`, runAt });
}
