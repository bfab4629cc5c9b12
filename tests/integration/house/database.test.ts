import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { migrateAll } from "@/bin/house/migrate";
import { db, driver } from "@/db/client";
import { databaseProbe } from "@/lib/http/reachable";
import { enqueue } from "@/lib/jobs/enqueue";
import { overdueJobs } from "@/lib/jobs/overdue";
import { releaseJobs } from "@/lib/jobs/release";
import { runJobs } from "@/lib/jobs/run";
import { connect, withDatabase } from "../../support/postgres";

const url = process.env.DATABASE_URL ?? "";
const server = connect(withDatabase(url, "postgres"));

test("two processes may migrate an empty database at once, and again", async () => {
  await server.unsafe("drop database if exists migrated_twice");
  await server.unsafe("create database migrated_twice template template0");
  const empty = withDatabase(url, "migrated_twice");
  await Promise.all([migrateAll(empty), migrateAll(empty)]);
  await migrateAll(empty);
  const sql = connect(empty);
  expect((await sql`select to_regclass('groups') is not null as there`)[0]?.there).toBe(true);
  expect((await sql`select to_regclass('graphile_worker.jobs') is not null as there`)[0]?.there).toBe(true);
  await sql.end();
  await server.unsafe("drop database migrated_twice");
});

test("notices that the database is away, and that it is back", async () => {
  await server.unsafe("drop database if exists probed");
  await server.unsafe("create database probed template template0");
  const probe = databaseProbe(withDatabase(url, "probed"));
  expect(await probe.reachableNow()).toBe(true);

  await server.unsafe("alter database probed allow_connections false");
  await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'probed'`;
  await pause(50);
  expect(await probe.reachableNow()).toBe(false);
  expect(await probe.reachable()).toBe(false);

  await server.unsafe("alter database probed allow_connections true");
  await pause(300);
  expect(await probe.reachable()).toBe(true);
  await probe.close();
  await server.unsafe("drop database probed with (force)");
});

test("a job is done, and done again after it failed", async () => {
  const tries: unknown[] = [];
  const jobs = runJobs(url, {
    async trial(payload) {
      tries.push(payload);
      if (tries.length === 1) throw new Error("not yet");
    },
  });
  await db().transaction((tx) => enqueue(tx, "trial", { id: 7 }));
  for (let waited = 0; tries.length < 2 && waited < 100; waited++) {
    await pause(100);
    await driver()`update graphile_worker._private_jobs set run_at = now() where attempts > 0`;
  }
  await jobs.stop();
  expect(tries).toEqual([{ id: 7 }, { id: 7 }]);
  expect(await driver()`select 1 from graphile_worker.jobs`).toHaveLength(0);
});

test("jobs nobody takes are noticed", async () => {
  expect(await overdueJobs()).toBe(0);
  const runAt = new Date((await server`select extract(epoch from now()) * 1000 as now`)[0]?.now - 360_000);
  await db().transaction((tx) => enqueue(tx, "abandoned", {}, { runAt }));
  expect(await overdueJobs()).toBe(1);
});

test("jobs a killed process had begun are given back", async () => {
  await driver()`update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now()`;
  await releaseJobs();
  expect(await driver()`select 1 from graphile_worker.jobs where locked_by is not null`).toHaveLength(0);
  await releaseJobs();
});

test("jobs go on when the database was away", { timeout: 60_000 }, async () => {
  await server.unsafe("create database outage template template_plenary");
  const jobs = runJobs(withDatabase(url, "outage"), {
    async after() {
      done = true;
    },
  });
  let done = false;
  await pause(500);
  await server.unsafe("alter database outage allow_connections false");
  await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'outage'`;
  await pause(3000);
  await server.unsafe("alter database outage allow_connections true");
  const sql = connect(withDatabase(url, "outage"));
  await sql`select graphile_worker.add_job('after')`;
  await sql.end();
  for (let waited = 0; !done && waited < 400; waited++) await pause(100);
  await jobs.stop();
  expect(done).toBe(true);
  await server.unsafe("drop database outage with (force)");
});
