import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import type { Binaries } from "./binaries";
import { type Cluster, commandLine } from "./cluster";
import { chooseIdentity } from "./identity";
import { LOOPBACK } from "./ports";

/** Settings that trade durability for speed: for clusters that are thrown away after a test. */
const THROW_AWAY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];

/** What the server prints when it may be used. */
const READY = "ready to accept connections";

/**
 * Starts PostgreSQL on the cluster, on loopback only, and resolves when it accepts connections.
 * Rejects with what it printed if it ends before. `detached` keeps a Ctrl-C in the terminal from reaching it before
 * the application has let go of its connections.
 */
export async function launch(binaries: Binaries, cluster: Cluster, port: number, throwAway: boolean) {
  const identity = chooseIdentity(binaries, cluster.directory, cluster.data);
  const settings = [
    `listen_addresses=${LOOPBACK}`,
    "unix_socket_directories=",
    "timezone=UTC",
    "lc_messages=C",
  ];
  if (throwAway) settings.push(...THROW_AWAY);
  const options = settings.flatMap((setting) => ["-c", setting]);
  const [command, args] = commandLine(identity, binaries.postgres, [
    "-D",
    cluster.data,
    "-p",
    `${port}`,
    ...options,
  ]);
  const child = spawn(command, args, {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
    ...identity.as,
  });
  await ready(child);
  fs.writeFileSync(cluster.ownerFile, `${process.pid}\n`, { mode: 0o600 });
  return child;
}

/** Waits for readiness, then keeps reading (a full pipe would block the server) and forgets what it reads. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      printed = (printed + chunk).slice(-4000);
      if (printed.includes(READY)) resolve();
    });
    child.once("error", (cause) =>
      reject(new Error(`PostgreSQL could not be run: ${cause.message}`, { cause })),
    );
    child.once("exit", () => reject(new Error(`PostgreSQL did not start:\n${printed.trim()}`)));
  });
}
