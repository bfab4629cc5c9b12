import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { type Binaries, findBinaries } from "./binaries";
import { type Cluster, ensureCluster, NAME, passwordOf } from "./cluster";
import { freePort, LOOPBACK } from "./ports";
import { lives, livingOwner, runningServer } from "./running";
import { launch } from "./server";

/** An embedded PostgreSQL that accepts connections. */
export type Embedded = {
  /** Address of the application's database, with its password. */
  url: string;
  /** The process that runs the server for us and will stop it, if it is not this one. */
  guestOf?: number;
  /** Stops the server; does nothing for a guest. Resolves when it is gone. */
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL on the data in `directory` (made at the first start), or joins the server that already runs on
 * them. A server whose starter is gone is taken over. If it dies unexpectedly it is started again on the same port.
 * Rejects with a message that says what to do where the platform has no binaries or the user no rights.
 */
export async function startEmbedded(directory: string): Promise<Embedded> {
  const binaries = await findBinaries();
  const cluster = ensureCluster(binaries, path.resolve(directory));
  for (let attempt = 1; ; attempt++) {
    const joined = await join(binaries, cluster);
    if (joined) return joined;
    try {
      return await own(binaries, cluster, await freePort());
    } catch (error) {
      // Another process may be starting the same cluster, or a server just killed has not let go of its memory yet.
      if (attempt === 10) throw error;
      await pause(200 * attempt);
    }
  }
}

/** Joins a running server, as a guest if its starter lives, else as its new owner. */
async function join(binaries: Binaries, cluster: Cluster): Promise<Embedded | undefined> {
  const running = await runningServer(cluster);
  if (!running) return;
  // A starter at work writes its name a moment after the server is ready.
  const owner = livingOwner(cluster) ?? (await pause(500).then(() => livingOwner(cluster)));
  const url = await database(cluster, running.port);
  if (owner && owner !== process.pid) return { url, guestOf: owner, async stop() {} };
  fs.writeFileSync(cluster.ownerFile, `${process.pid}\n`, { mode: 0o600 });
  return { url, stop: () => shutDown(binaries, cluster, running.pid) };
}

/** Starts a server of our own and watches over it. Rejects if it does not come up. */
export async function own(
  binaries: Binaries,
  cluster: Cluster,
  port: number,
  throwAway = false,
): Promise<Embedded> {
  let stopping = false;
  let child = await launch(binaries, cluster, port, throwAway);
  const watch = () =>
    child.once("exit", async () => {
      for (let attempt = 1; !stopping && attempt <= 20; attempt++) {
        await pause(200 * attempt);
        const next = await launch(binaries, cluster, port, throwAway).catch(() => undefined);
        if (!next) continue;
        child = next;
        watch();
        return;
      }
    });
  watch();
  const stop = async () => {
    stopping = true;
    if (child.pid && child.exitCode === null && child.signalCode === null) {
      await shutDown(binaries, cluster, child.pid);
    }
  };
  return { url: await database(cluster, port), stop };
}

/** Ends the server, its connections too ("fast": no transaction is kept waiting for, none is half done). */
async function shutDown(binaries: Binaries, cluster: Cluster, pid: number) {
  if (process.platform === "win32") {
    spawnSync(binaries.pg_ctl, ["stop", "-D", cluster.data, "-m", "fast"]);
    return;
  }
  if (lives(pid)) process.kill(pid, "SIGINT");
  for (let waited = 0; lives(pid) && waited < 30_000; waited += 50) await pause(50);
}

/** The address of the application's database, which is made if it is missing. */
async function database(cluster: Cluster, port: number): Promise<string> {
  const server = `postgres://${NAME}:${passwordOf(cluster)}@${LOOPBACK}:${port}`;
  const sql = postgres(`${server}/postgres`, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${NAME}`;
    if (!found) await sql.unsafe(`create database ${NAME}`);
  } catch (error) {
    // 42P04 duplicate_database, 23505 unique_violation: another process made it meanwhile.
    if (!["42P04", "23505"].includes((error as { code?: string }).code ?? "")) throw error;
  } finally {
    await sql.end();
  }
  return `${server}/${NAME}`;
}
