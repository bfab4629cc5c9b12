import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepAddress, keptAddress } from "@/bin/house/address";

let data: string;
beforeEach(() => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), "plenary-organizer-"));
  fs.chmodSync(data, 0o755);
});
afterEach(() => fs.rmSync(data, { recursive: true, force: true }));

/** `npm run organizer -- add …` on an installation of its own. */
function add(...words: string[]) {
  const { PATH, HOME } = process.env;
  const env = { NODE_ENV: "test" as const, PATH, HOME, PLENARY_DATA: data };
  return spawnSync(process.execPath, ["--import", "tsx", "bin/organizer.ts", "add", ...words], {
    encoding: "utf8",
    env,
  });
}

test("the link leads to the instance that runs on the same data, whatever its port", () => {
  const closings: (() => unknown)[] = [];
  keepAddress(data, "http://localhost:4567", (close) => closings.push(close));
  expect(add("Kim Vale", "kim.vale@example.org", "organizer").stdout).toContain(
    "http://localhost:4567/en/sign-in/link?",
  );
  for (const close of closings) close();
  expect(add("Kim Vale", "kim.vale@example.org", "organizer").stdout).toContain(
    "http://localhost:3000/en/sign-in/link?",
  );
}, 120_000);

test("an instance that was killed, or came before another, is not taken for one that runs", () => {
  fs.writeFileSync(path.join(data, "running"), "999999999\nhttp://localhost:4567\n");
  expect(keptAddress(data)).toBeUndefined();
  let close: () => unknown = () => {};
  keepAddress(data, "http://localhost:4567", (closing) => {
    close = closing;
  });
  fs.writeFileSync(path.join(data, "running"), `${process.ppid}\nhttp://localhost:4568\n`);
  close();
  expect(keptAddress(data)).toBe("http://localhost:4568");
});

test("what is wrong with the words is said, with the roles there are", () => {
  const mistyped = add("Kim Vale", "kim.vale@example.org", "organiser");
  expect(mistyped.status).toBe(1);
  expect(mistyped.stderr).toMatch(/no role "organiser"[\s\S]*admin, organizer, protocol, editor, door/);
  expect(add("Kim Vale", "nowhere", "organizer").stderr).toContain('"nowhere"');
  expect(add("Kim Vale", "kim.vale@example.org", "focal_point").stderr).toContain("no role");
}, 60_000);
