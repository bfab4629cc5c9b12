import { driver } from "@/db/client";

/** Jobs that could have begun more than five minutes ago and have not: nobody is working. Rejects without database. */
export async function overdueJobs(): Promise<number> {
  const [row] = await driver()<{ overdue: number }[]>`
    select count(*)::int as overdue from graphile_worker.jobs
    where run_at < now() - interval '5 minutes' and locked_at is null and attempts < max_attempts`;
  return row?.overdue ?? 0;
}
