import type { Transaction } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";

/**
 * A procedure is closed this long after its deadline, so that an answer that reached us in the last instant has been
 * written. It is decided as of the deadline all the same.
 */
export const settleMs = 2_000;

/** Has a procedure closed at its deadline; a later deadline replaces the job. */
export async function closeAtDeadline(tx: Transaction, { id, deadline }: { id: string; deadline: Date }) {
  const runAt = new Date(deadline.getTime() + settleMs);
  await enqueue(tx, "close-procedure", { id }, { jobKey: `procedure:${id}`, runAt });
}
