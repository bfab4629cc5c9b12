import { spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { Binaries } from "./binaries";
import { chooseIdentity, type Identity } from "./identity";

/** The superuser of the embedded server, and the name of the application's database in it. */
export const NAME = "plenary";

/** The files of one embedded server, all below one directory. */
export type Cluster = {
  directory: string;
  data: string;
  passwordFile: string;
  ownerFile: string;
};

/** Names the files of the cluster kept in `directory`; touches nothing. */
export function clusterIn(directory: string): Cluster {
  return {
    directory,
    data: path.join(directory, "data"),
    passwordFile: path.join(directory, "password"),
    ownerFile: path.join(directory, "owner"),
  };
}

/** The superuser's password, made when the cluster was. */
export function passwordOf(cluster: Cluster): string {
  return fs.readFileSync(cluster.passwordFile, "utf8").trim();
}

/**
 * Makes the cluster if it is missing. It is made under another name and moved into place in one step: a process
 * killed half-way leaves nothing that looks finished, and of two processes at once one wins and both go on with it.
 */
export function ensureCluster(binaries: Binaries, directory: string): Cluster {
  const cluster = clusterIn(directory);
  if (fs.existsSync(path.join(cluster.data, "PG_VERSION"))) return cluster;
  fs.mkdirSync(path.dirname(directory), { recursive: true });
  const draft = clusterIn(`${directory}.${process.pid}.new`);
  fs.rmSync(draft.directory, { recursive: true, force: true });
  try {
    initialise(binaries, draft);
    fs.renameSync(draft.directory, directory);
  } catch (error) {
    if (!fs.existsSync(path.join(cluster.data, "PG_VERSION"))) throw error;
  } finally {
    fs.rmSync(draft.directory, { recursive: true, force: true });
  }
  return cluster;
}

/** PostgreSQL's own C.UTF-8: letters of every language have their case, and it needs no locale of the machine. */
const LOCALE = ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/** Runs initdb; passwords are asked for even on loopback, which every user of the machine can reach. */
function initialise(binaries: Binaries, cluster: Cluster) {
  fs.mkdirSync(cluster.directory);
  const identity = chooseIdentity(binaries, cluster.directory, cluster.data);
  fs.mkdirSync(cluster.data, { mode: 0o700 });
  const password = crypto.randomBytes(24).toString("base64url");
  fs.writeFileSync(cluster.passwordFile, `${password}\n`, { mode: 0o600 });
  const handedOver = `${cluster.passwordFile}.initdb`;
  fs.writeFileSync(handedOver, `${password}\n`, { mode: 0o600 });
  give(identity, cluster.data, handedOver);
  const options = ["-D", cluster.data, "-U", NAME, "-A", "scram-sha-256", `--pwfile=${handedOver}`];
  const [command, args] = commandLine(identity, binaries.initdb, [...options, ...LOCALE]);
  const made = spawnSync(command, args, { encoding: "utf8", ...identity.as });
  fs.rmSync(handedOver);
  if (made.status !== 0) {
    throw new Error(`initdb could not make the database: ${made.stderr || made.error?.message}`);
  }
}

/** Gives the files to the user PostgreSQL will run as. */
function give(identity: Identity, ...files: string[]) {
  if (!identity.as) return;
  for (const file of files) fs.chownSync(file, identity.as.uid, identity.as.gid);
}

/** The command line of a PostgreSQL program under an identity. */
export function commandLine(identity: Identity, program: string, args: string[]): [string, string[]] {
  const [command, ...rest] = [...identity.prefix, program, ...args];
  return [command as string, rest];
}
