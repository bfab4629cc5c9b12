import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { count, sum } from "@/bin/test/count";

const directory = fs.mkdtempSync(path.join(os.tmpdir(), "plenary-count-"));
const file = path.join(directory, "report.json");
afterAll(() => fs.rmSync(directory, { recursive: true }));
const step = (kind: "vitest" | "playwright") => ({ name: kind, commands: [], report: { kind, file } });

test("counts what the runners report", () => {
  fs.writeFileSync(file, JSON.stringify({ numPassedTests: 7, numFailedTests: 2 }));
  expect(count(step("vitest"), false)).toEqual({ passed: 7, failed: 2 });
  fs.writeFileSync(file, JSON.stringify({ stats: { expected: 4, flaky: 1, unexpected: 0 } }));
  expect(count(step("playwright"), true)).toEqual({ passed: 5, failed: 0 });
  expect(
    sum([
      { passed: 7, failed: 2 },
      { passed: 5, failed: 0 },
    ]),
  ).toEqual({ passed: 12, failed: 2 });
});

test("a step that fails without a failed test is a failure all the same", () => {
  fs.writeFileSync(file, JSON.stringify({ numPassedTests: 7, numFailedTests: 0 }));
  expect(count(step("vitest"), false)).toEqual({ passed: 7, failed: 1 });
  expect(count({ name: "lint", commands: [] }, false)).toEqual({ passed: 0, failed: 1 });
});
