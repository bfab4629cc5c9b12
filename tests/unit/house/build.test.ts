import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { digestSources } from "@/bin/house/build";

let root: string;
const write = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
};
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "plenary-sources-"));
  write("app/[locale]/page.tsx", "page");
  write("messages/en.json", "{}");
  write("package-lock.json", "{}");
});
afterEach(() => fs.rmSync(root, { recursive: true }));

test.each(["app/[locale]/page.tsx", "messages/en.json", "package-lock.json", "public/new.svg"])(
  "a change of %s makes a build stale",
  (file) => {
    const before = digestSources(root);
    write(file, "other");
    expect(digestSources(root)).not.toBe(before);
  },
);

test("touching a file, or writing about it, does not", () => {
  const before = digestSources(root);
  fs.utimesSync(path.join(root, "messages/en.json"), 0, 0);
  write("docs/running.md", "text");
  write("tests/unit/a.test.ts", "test");
  expect(digestSources(root)).toBe(before);
});

test("a moved file does", () => {
  const before = digestSources(root);
  fs.renameSync(path.join(root, "messages/en.json"), path.join(root, "messages/sv.json"));
  expect(digestSources(root)).not.toBe(before);
});
