import fs from "node:fs";
import path from "node:path";
import type { Cluster } from "./cluster";
import { answers } from "./ports";

/** A server that already runs on a cluster. */
export type Running = { pid: number; port: number };

/** Whether a process lives (one of another user counts). */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The server that runs on this cluster and accepts connections, from PostgreSQL's own lock file. */
export async function runningServer(cluster: Cluster): Promise<Running | undefined> {
  const lock = readLock(cluster);
  if (!lock || !lives(lock.pid)) return;
  return lock.ready && (await answers(lock.port)) ? lock : undefined;
}

/** The lines of postmaster.pid: process, directory, start, port, socket, address, shared memory, state. */
function readLock(cluster: Cluster): (Running & { ready: boolean }) | undefined {
  let lines: string[];
  try {
    lines = fs.readFileSync(path.join(cluster.data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return;
  }
  return {
    pid: Number(lines[0]),
    port: Number(lines[3]),
    ready: lines[7]?.trim() === "ready",
  };
}

/** The process that started the server last, if it still lives: it is the one to stop it. */
export function livingOwner(cluster: Cluster): number | undefined {
  try {
    const pid = Number(fs.readFileSync(cluster.ownerFile, "utf8"));
    return pid > 0 && lives(pid) ? pid : undefined;
  } catch {
    return;
  }
}
