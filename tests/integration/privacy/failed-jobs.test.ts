import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { db, driver } from "@/db/client";
import { retain } from "@/domain/privacy/retain";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { failedKeptDays } from "@/lib/jobs/forget-failed";
import { runJobs } from "@/lib/jobs/run";
import { log } from "@/lib/log";
import { house } from "../../support/actors";
import { makeGroup } from "../../support/make";

const url = process.env.DATABASE_URL ?? "";
const email = "typed.into@a-form.example.org";

type Job = { task: string; attempts: number; max: number; locked: boolean; payload: { email?: string } };
const queued = () => driver()<Job[]>`
  select t.identifier as task, j.attempts, j.max_attempts as max, j.locked_at is not null as locked, j.payload
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;
const tasks = async () => (await queued()).map((job) => job.task);

/** Some days after now: the queue goes by the database's clock. */
const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000);

beforeAll(makeGroup);
afterEach(() => vi.restoreAllMocks());

test("what was typed into a form leaves the queue with the job that failed for good, when that is due", async () => {
  await db().transaction(async (tx) => {
    for (const _ of [1, 2]) await enqueue(tx, "send-subscription-link", { email }, { maxAttempts: 1 });
    await enqueue(tx, "send-sign-in-link", { email }, { maxAttempts: 1 });
    await enqueue(tx, "tried-again", { email }, { maxAttempts: 9 });
    await enqueue(tx, "waits", { id: 1 }, { runAt: inDays(1), maxAttempts: 1 });
    await enqueue(tx, "at-work", { id: 2 }, { runAt: inDays(-1), maxAttempts: 1 });
  });
  const fails = async () => {
    throw new Error("the database was away");
  };
  const jobs = runJobs(url, {
    "send-subscription-link": fails,
    "send-sign-in-link": fails,
    "tried-again": fails,
  });
  for (let waited = 0; waited < 100; waited++) {
    if ((await queued()).filter((job) => job.attempts > 0 && !job.locked).length === 4) break;
    await pause(100);
  }
  await jobs.stop();
  // A process works on the last try of this one.
  await driver()`
    update graphile_worker._private_jobs set attempts = max_attempts, locked_by = 'somebody', locked_at = now()
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'at-work')`;
  const all = await tasks();
  expect(all).toHaveLength(6);

  const warned = vi.spyOn(log, "warn");
  await retain(house, { dryRun: false }, inDays(failedKeptDays - 1));
  expect(await tasks()).toEqual(all);
  expect(warned).not.toHaveBeenCalled();
  const due = inDays(failedKeptDays + 1);
  await retain(house, { dryRun: true }, due);
  expect(await tasks()).toEqual(all);

  await retain(house, { dryRun: false }, due);
  expect(await tasks()).toEqual(["tried-again", "waits", "at-work"]);
  expect(warned.mock.calls).toEqual([
    [
      { jobs: { "send-sign-in-link": 1, "send-subscription-link": 2 } },
      "jobs that had failed for good are forgotten",
    ],
  ]);
  await retain(house, { dryRun: false }, due);
  expect(warned).toHaveBeenCalledTimes(1);
});
