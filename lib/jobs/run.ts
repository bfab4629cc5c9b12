import { setTimeout as pause } from "node:timers/promises";
import { Logger, run, runMigrations, type TaskList } from "graphile-worker";
import { log } from "@/lib/log";
import { jobsPool } from "./pool";

/** Graphile's log goes into ours: its own chatter about every job is only of use when looking for a fault. */
const logger = new Logger(() => (level, message, meta) => {
  const text = `jobs: ${message}`;
  if (level === "error") log.error({ err: (meta as { error?: unknown })?.error }, text);
  else if (level === "warning") log.warn(text);
  else log.debug(text);
});

/** Brings the queue's own schema (`graphile_worker`) in the database at `url` to what this version needs. */
export async function migrateJobs(url: string): Promise<void> {
  const pgPool = jobsPool(url);
  await runMigrations({ pgPool, logger }).finally(() => pgPool.end());
}

/** Work that goes on until it is stopped. */
export type Jobs = { stop(): Promise<void> };

/**
 * Runs jobs of the queue at `url` until stopped; `stop` lets running ones finish. Survives an absent database: it
 * starts anew every few seconds until the database is back. `crontab` is in graphile-worker's format, in UTC.
 */
export function runJobs(url: string, taskList: TaskList, crontab = ""): Jobs {
  const ending = new AbortController();
  let runner: Awaited<ReturnType<typeof run>> | undefined;

  const loop = async () => {
    while (!ending.signal.aborted) {
      const pgPool = jobsPool(url);
      try {
        runner = await run({
          pgPool,
          taskList,
          crontab,
          concurrency: 4,
          noHandleSignals: true,
          logger,
        });
        if (ending.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (err) {
        log.error({ err }, "jobs stopped; starting them again");
      } finally {
        await pgPool.end().catch(() => {});
      }
      runner = undefined;
      await pause(3000, undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const running = loop();

  return {
    async stop() {
      ending.abort();
      await runner?.stop().catch(() => {});
      await running;
    },
  };
}
