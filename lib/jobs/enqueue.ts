import { sql } from "drizzle-orm";
import { aside, type Transaction } from "@/db/client";

/** When and how often a job runs. */
export type JobOptions = {
  /** Not before this instant; absent: at once. */
  runAt?: Date;
  /** A later job with the same key replaces one that has not begun. */
  jobKey?: string;
  /** How often it is tried before it is left for a person to look at; absent: 25, over about three days. */
  maxAttempts?: number;
};

/**
 * Puts a job in the queue as part of the transaction: it exists exactly if the deed is committed.
 * `task` is a name from the task list of the house; `payload` is stored as JSON, so it holds ids, never secrets.
 */
export async function enqueue(
  tx: Pick<Transaction, "execute">,
  task: string,
  payload: object,
  options: JobOptions = {},
): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(
      identifier => ${task},
      payload => ${JSON.stringify(payload)}::text::json,
      run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
      job_key => ${options.jobKey ?? null}::text,
      max_attempts => ${options.maxAttempts ?? null}::int
    )`);
}

/** Puts one job for each row in the queue, in one statement; `prefix` and the row's id make its key. */
export async function enqueueForEach(
  tx: Transaction,
  task: string,
  ids: readonly string[],
  prefix: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    select graphile_worker.add_job(
      identifier => ${task},
      payload => json_build_object('id', id),
      job_key => ${prefix} || id
    ) from unnest(${`{${ids.join(",")}}`}::text[]) id`);
}

/** Puts a job in the queue whatever becomes of the transaction of whoever asks for it. */
export async function enqueueAside(task: string, payload: object, options: JobOptions = {}): Promise<void> {
  await enqueue(aside(), task, payload, options);
}
