import { driver } from "@/db/client";

/**
 * Gives back jobs a killed process was working on, so that they are done now and not hours later. Only for a process
 * that knows it is the only one: jobs somebody is at work on would be done twice.
 */
export async function releaseJobs(): Promise<void> {
  await driver()`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker.jobs where locked_by is not null
    having count(*) > 0`;
}
