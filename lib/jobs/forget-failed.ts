import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** Days that a job which has failed for good is left for somebody to look at. */
export const failedKeptDays = 7;

/**
 * Takes jobs out of the queue that have failed for good more than `failedKeptDays` before a moment: what they were to be
 * done with may be somebody's address. The queue keeps no instant of the last try, so it is counted from when another
 * would have been due, which is some hours later. One that is at work is left alone. Answers how many of each task.
 */
export async function forgetFailed(
  tx: Pick<Transaction, "execute">,
  at: Date,
): Promise<Record<string, number>> {
  const rows = await tx.execute<{ task: string; count: number }>(sql`
    with failed as materialized (
      select id, task_identifier from graphile_worker.jobs
      where attempts >= max_attempts and locked_at is null
        and greatest(run_at, updated_at) <= ${at.toISOString()}::timestamptz - make_interval(days => ${failedKeptDays})
    ), gone as materialized (
      select id from graphile_worker.complete_jobs((select coalesce(array_agg(id), '{}') from failed))
    )
    select failed.task_identifier as task, count(*)::int as count
    from failed join gone using (id) group by 1 order by 1`);
  return Object.fromEntries(rows.map(({ task, count }) => [task, count]));
}
