import { spawnSync } from "node:child_process";
import fs from "node:fs";
import type { Binaries } from "./binaries";

/** How a PostgreSQL program is run: what stands before it on the command line, and as whom. */
export type Identity = {
  /** Programs and options in front of the program's own name. */
  prefix: string[];
  /** The user and group the process gets before it starts; absent: our own. */
  as?: { uid: number; gid: number };
};

/** `nobody`: exists on every Linux and owns nothing. */
const NOBODY = 65534;

const works = (command: string, args: string[], as?: Identity["as"]) =>
  spawnSync(command, args, { stdio: "ignore", ...as }).status === 0;

/** `setpriv --pdeathsig`: the kernel stops PostgreSQL when its parent is gone, even by `kill -9`. Linux only. */
function tether(): string[] {
  return works("setpriv", ["--pdeathsig", "INT", "true"]) ? ["setpriv", "--pdeathsig", "INT"] : [];
}

/**
 * Decides how to run PostgreSQL on `data` (which need not exist) below `directory` (which must).
 * PostgreSQL refuses to run as root. For root it therefore runs as the owner of the data, or as `nobody`; and where
 * that user may not enter the directory (`/root` and the like), in a user namespace in which root's files look like
 * nobody's. Throws where neither is possible.
 */
export function chooseIdentity(binaries: Binaries, directory: string, data: string): Identity {
  const prefix = tether();
  const owner = fs.statSync(data, { throwIfNoEntry: false })?.uid;
  if (process.getuid?.() !== 0) {
    if (owner !== undefined && process.getuid && owner !== process.getuid()) {
      throw new Error(`The data in ${data} belong to user ${owner}: start as that user or as root.`);
    }
    return { prefix };
  }
  const uid = owner || NOBODY;
  const as = { uid, gid: owner ? fs.statSync(data).gid : NOBODY };
  const enters = works(binaries.postgres, ["--version"], as) && works("test", ["-x", directory], as);
  if (enters && owner !== 0) return { prefix, as };
  const namespace = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if ((owner ?? 0) === 0 && works("unshare", [...namespace.slice(1), binaries.postgres, "--version"])) {
    return { prefix: [...namespace, ...prefix] };
  }
  throw new Error(
    `PostgreSQL does not run as root, and user ${uid} may not enter ${directory} or the project's node_modules. ` +
      "Move the project out of the directory only root may enter, or start as an ordinary user, or set DATABASE_URL.",
  );
}
