import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A check that cannot fail checks nothing: each rule of the house is broken once, in a copy, and must be noticed. */
const broken: [file: string, text: string, noticed: string][] = [
  ["lib/a.ts", 'import { x } from "@/domain/events/queries";\nexport const a = x;', "noRestrictedImports"],
  ["lib/b.ts", 'import { x } from "../domain/events/rules";\nexport const a = x;', "noRestrictedImports"],
  ["db/a.ts", 'import { now } from "@/lib/clock";\nexport const a = now;', "noRestrictedImports"],
  ["db/b.ts", 'import { now } from "../lib/clock";\nexport const a = now;', "noRestrictedImports"],
  [
    "domain/events/a.ts",
    'import { x } from "@/components/ui/button";\nexport const a = x;',
    "noRestrictedImports",
  ],
  [
    "domain/events/b.ts",
    'import { headers } from "next/headers";\nexport const a = headers;',
    "noRestrictedImports",
  ],
  ["domain/events/rules.ts", 'import { x } from "./queries";\nexport const a = x;', "noRestrictedImports"],
  ["domain/events/input.ts", 'import { x } from "@/db/client";\nexport const a = x;', "noRestrictedImports"],
  [
    "domain/access/can.ts",
    'import { sql } from "drizzle-orm";\nexport const a = sql;',
    "noRestrictedImports",
  ],
  [
    "components/a.tsx",
    'import { x } from "@/domain/events/queries";\nexport const a = x;',
    "noRestrictedImports",
  ],
  [
    "components/b.tsx",
    'import { x } from "../domain/events/publish";\nexport const a = x;',
    "noRestrictedImports",
  ],
  ["components/c.tsx", 'import { db } from "../db/client";\nexport const a = db;', "noRestrictedImports"],
  ["components/d.tsx", 'import { env } from "@/lib/env";\nexport const a = env;', "noRestrictedImports"],
  ["app/a.ts", 'import { db } from "@/db/client";\nexport const a = db;', "noRestrictedImports"],
  [
    "app/b.ts",
    'import { events } from "../db/schema/events";\nexport const a = events;',
    "noRestrictedImports",
  ],
  ["app/c.ts", 'import { sql } from "drizzle-orm";\nexport const a = sql;', "noRestrictedImports"],
  ["app/d.ts", 'import { tasks } from "@/bin/jobs";\nexport const a = tasks;', "noRestrictedImports"],
  ["domain/events/c.ts", 'import { x } from "@/app/page";\nexport const a = x;', "noRestrictedImports"],
  ["domain/events/barrel.ts", 'export * from "./rules";', "noBarrelFile"],
  ["lib/one.ts", 'import { b } from "./two";\nexport const a = () => b;', "noImportCycles"],
  ["lib/two.ts", 'import { a } from "./one";\nexport const b = () => a;', "noImportCycles"],
  ["domain/events/d.ts", "export const a = new Date();", "lib/clock.ts only"],
  ["domain/events/e.ts", "export const a = Date.now();", "lib/clock.ts only"],
];

/** What the rules must let through. */
const sound: [file: string, text: string][] = [
  ["domain/events/sound/rules.ts", 'import { kinds } from "@/db/enums";\nexport const a = kinds;'],
  ["domain/events/sound/publish.ts", 'import { db } from "@/db/client";\nexport const a = db;'],
  ["components/sound.tsx", 'import { a } from "@/domain/events/rules";\nexport const b = a;'],
  ["app/sound.ts", 'import { a } from "@/domain/events/queries";\nexport const b = a;'],
  ["lib/sound.ts", "export const a = new Date(0);"],
  ["lib/clock.ts", "export const now = () => new Date();"],
];

const root = path.resolve(import.meta.dirname, "../..");
let copy: string;
let report: string;

beforeAll(() => {
  copy = fs.mkdtempSync(path.join(os.tmpdir(), "plenary-layers-"));
  const configuration = JSON.parse(fs.readFileSync(path.join(root, "biome.json"), "utf8"));
  write("biome.json", JSON.stringify({ ...configuration, $schema: undefined, vcs: undefined }));
  write("bin/lint/one-clock.grit", fs.readFileSync(path.join(root, "bin/lint/one-clock.grit"), "utf8"));
  for (const [file, text] of [...broken, ...sound]) write(file, text);
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--max-diagnostics=none", "--reporter=github", "."];
  report = spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" }).stdout;
});
afterAll(() => fs.rmSync(copy, { recursive: true }));

function write(file: string, text: string) {
  fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  fs.writeFileSync(path.join(copy, file), `${text}\n`);
}

const complaints = (file: string) => report.split("\n").filter((line) => line.includes(`/${file},`));

test.each(broken)("%s may not say: %s", (file, _, noticed) => {
  expect(complaints(file).join("\n")).toContain(noticed);
});

test.each(sound)("%s may say: %s", (file) => {
  expect(complaints(file).filter((line) => line.includes("::error"))).toEqual([]);
});
