import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBinaries } from "@/db/embedded/binaries";
import { clusterIn } from "@/db/embedded/cluster";
import { runningServer } from "@/db/embedded/running";
import { startEmbedded } from "@/db/embedded/start";
import { connect } from "../../support/postgres";

let parent: string;
let directory: string;
const others: ChildProcess[] = [];

beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), "plenary-embedded-"));
  fs.chmodSync(parent, 0o755);
  directory = path.join(parent, "postgres");
});
afterEach(async () => {
  for (const other of others.splice(0)) if (other.kill()) await once(other, "exit");
  fs.rmSync(parent, { recursive: true, force: true });
});

/** Another process that starts the same cluster and stays. */
async function anotherProcess(): Promise<ChildProcess & { url: string; guestOf?: number }> {
  const script = path.join(import.meta.dirname, "../../support/embedded-process.ts");
  const child = fork(script, [directory], { execArgv: ["--import", "tsx"] });
  others.push(child);
  const [started] = await once(child, "message");
  return Object.assign(child, started);
}

const rows = async (url: string) => {
  const sql = connect(url);
  try {
    await sql`create table if not exists kept (at timestamptz default now())`;
    await sql`insert into kept default values`;
    return (await sql`select * from kept`).length;
  } finally {
    await sql.end();
  }
};

const gone = async () => {
  for (let waited = 0; waited < 100; waited++) {
    if (!(await runningServer(clusterIn(directory)))) return true;
    await pause(50);
  }
  return false;
};

test("keeps its data from one start to the next, and its password to itself", async () => {
  const first = await startEmbedded(directory);
  expect(await rows(first.url)).toBe(1);
  await first.stop();
  expect(await gone()).toBe(true);

  const second = await startEmbedded(directory);
  expect(await rows(second.url)).toBe(2);
  await second.stop();
  expect(fs.statSync(path.join(directory, "password")).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(parent)).toEqual(["postgres"]);
});

test("asks for the password, and leaves durability on", async () => {
  const embedded = await startEmbedded(directory);
  const address = new URL(embedded.url);
  address.password = "wrong";
  const stranger = connect(address.href);
  await expect(stranger`select 1`).rejects.toThrow(/password/);
  await stranger.end();
  const sql = connect(embedded.url);
  for (const name of ["fsync", "synchronous_commit", "full_page_writes"]) {
    expect((await sql`select current_setting(${name}) as on`)[0]?.on).toBe("on");
  }
  expect((await sql`select lower('ÅTGÄRD') as lower`)[0]?.lower).toBe("åtgärd");
  await sql.end();
  await embedded.stop();
});

test("a second start joins the running server and leaves it running", async () => {
  const owner = await anotherProcess();
  const guest = await startEmbedded(directory);
  expect(guest.guestOf).toBe(owner.pid);
  await guest.stop();
  expect(await rows(owner.url)).toBe(1);
});

test("two first starts at once end up with one server", async () => {
  const [one, two] = await Promise.all([anotherProcess(), anotherProcess()]);
  expect(one.url).toBe(two.url);
  expect([one.guestOf, two.guestOf].filter(Boolean)).toHaveLength(1);
});

test("nothing is left behind by a starter that was killed, and nothing is lost", async () => {
  const owner = await anotherProcess();
  expect(await rows(owner.url)).toBe(1);
  owner.kill("SIGKILL");
  await once(owner, "exit");

  const next = await startEmbedded(directory);
  expect(next.guestOf).toBeUndefined();
  expect(await rows(next.url)).toBe(2);
  await next.stop();
  expect(await gone()).toBe(true);
});

test("a server that was killed comes back by itself at the same address", async () => {
  const embedded = await startEmbedded(directory);
  expect(await rows(embedded.url)).toBe(1);
  const running = await runningServer(clusterIn(directory));
  process.kill(running?.pid ?? 0, "SIGKILL");
  let found = 0;
  for (let attempt = 0; attempt < 100 && !found; attempt++) {
    await pause(100);
    found = await rows(embedded.url).catch(() => 0);
  }
  expect(found).toBe(2);
  await embedded.stop();
  expect(await gone()).toBe(true);
});

test.runIf(process.getuid?.() === 0)("root can keep it below a directory only root may enter", async () => {
  fs.chmodSync(parent, 0o700);
  const first = await startEmbedded(directory);
  expect(await rows(first.url)).toBe(1);
  await first.stop();
  const second = await startEmbedded(directory);
  expect(await rows(second.url)).toBe(2);
  await second.stop();
});

test("says what to do where there are no programs for the platform", async () => {
  await expect(findBinaries("sunos", "s390x")).rejects.toThrow(/set DATABASE_URL/);
});
