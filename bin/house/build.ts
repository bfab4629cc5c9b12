import { spawn } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { OnClose } from "./lifetime";
import { inProject, ROOT } from "./root";

/** What the build is made from; everything else may change without a new build. */
const SOURCES = ["app", "components", "domain", "lib", "db", "messages", "public"];
const FILES = ["next.config.js", "postcss.config.js", "tsconfig.json", "package.json", "package-lock.json"];

/** Kept inside the build: Next removes it when it begins a new one, so a half-finished build has none. */
const STAMP = inProject(".next", "made-from");

/** A digest of the names and contents of the sources below `root`: equal digests, equal build. */
export function digestSources(root: string = ROOT): string {
  const digest = crypto.createHash("sha256").update(process.version);
  for (const file of [...SOURCES.flatMap((folder) => filesBelow(root, folder)), ...FILES]) {
    const full = path.join(root, file);
    if (!fs.existsSync(full)) continue;
    digest.update(`\0${file}\0`).update(fs.readFileSync(full));
  }
  return digest.digest("hex");
}

function filesBelow(root: string, folder: string): string[] {
  if (!fs.existsSync(path.join(root, folder))) return [];
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

/** Whether the build in `.next` is the one these sources give. */
export function isBuilt(): boolean {
  return fs.existsSync(STAMP) && fs.readFileSync(STAMP, "utf8") === digestSources();
}

/** Builds unless the build is up to date. Rejects when the build fails; it has then printed why. */
export async function ensureBuilt(announce: (text: string) => void, onClose: OnClose): Promise<void> {
  if (isBuilt()) return;
  announce("Building (a minute or so; only after a change) …");
  const digest = digestSources();
  await nextBuild(onClose);
  fs.writeFileSync(STAMP, digest);
}

function nextBuild(onClose: OnClose): Promise<void> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [next, "build"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  onClose(() => child.kill());
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error("The build failed: see above."))));
  });
}
