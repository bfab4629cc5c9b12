import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { findBinaries } from "./binaries";
import { clusterIn, ensureCluster } from "./cluster";
import { freePort } from "./ports";
import { livingOwner } from "./running";
import { type Embedded, own } from "./start";

const PREFIX = "plenary-postgres-";

/** Starts a server that keeps nothing: durability off, data in a temporary directory that `stop` removes. */
export async function startThrowAway(): Promise<Embedded> {
  sweep();
  const binaries = await findBinaries();
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX));
  fs.chmodSync(parent, 0o711);
  const cluster = ensureCluster(binaries, path.join(parent, "cluster"));
  const embedded = await own(binaries, cluster, await freePort(), true);
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop();
      fs.rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** Removes what was left by runs that were killed before they could. */
function sweep() {
  for (const name of fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const parent = path.join(os.tmpdir(), name);
    const cluster = clusterIn(path.join(parent, "cluster"));
    const abandoned = fs.existsSync(cluster.ownerFile) && !livingOwner(cluster);
    // Another user's is not ours to remove.
    if (abandoned) fs.rm(parent, { recursive: true, force: true }, () => {});
  }
}
