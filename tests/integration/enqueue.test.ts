import { expect, test } from "vitest";
import { db, driver } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";

const queued = () =>
  driver()`select task_identifier, extract(epoch from run_at)::int as at, max_attempts from graphile_worker.jobs order by id`;

test("a job exists exactly if its deed was committed", async () => {
  const failing = db().transaction(async (tx) => {
    await enqueue(tx, "deed", { id: 1 });
    throw new Error("the deed failed");
  });
  await expect(failing).rejects.toThrow("the deed failed");
  expect(await queued()).toHaveLength(0);

  await db().transaction((tx) => enqueue(tx, "deed", { id: 1 }));
  expect(await queued()).toMatchObject([{ task_identifier: "deed", max_attempts: 25 }]);
});

test("a job waits for its instant, and a later one with the same key replaces it", async () => {
  const first = new Date("2030-01-01T00:00:00Z");
  const second = new Date("2030-02-01T00:00:00Z");
  for (const runAt of [first, second]) {
    await db().transaction((tx) => enqueue(tx, "timed", {}, { runAt, jobKey: "the one", maxAttempts: 3 }));
  }
  const timed = (await queued()).filter((job) => job.task_identifier === "timed");
  expect(timed).toMatchObject([{ at: second.getTime() / 1000, max_attempts: 3 }]);
});
