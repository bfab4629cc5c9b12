import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Count, count, sum } from "./test/count";
import { interrupt, runStep } from "./test/run";
import { stepsIn } from "./test/steps";

/**
 * `npm test`: every check in order, stopping at the first that fails; `npm test -- unit e2e` runs only these. The last
 * line is the total of all tests. Nothing of a running installation is touched: databases, mail and ports are its own.
 */
const reports = fs.mkdtempSync(path.join(os.tmpdir(), "plenary-test-"));
const steps = stepsIn(reports);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No such step: ${unknown.join(", ")}. There are: ${steps.map((step) => step.name).join(", ")}.`,
  );
  process.exit(2);
}

let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    interrupted = true;
    interrupt();
  });
}

const counts: Count[] = [];
for (const step of steps.filter(({ name, onRequest }) =>
  wanted.length ? wanted.includes(name) : !onRequest,
)) {
  console.log(`\n── ${step.name} ${"─".repeat(70 - step.name.length)}`);
  const began = performance.now();
  const succeeded = (await runStep(step)) && !interrupted;
  counts.push(count(step, succeeded));
  console.log(
    `── ${step.name}: ${succeeded ? "done" : "FAILED"} in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  if (!succeeded) break;
}
fs.rmSync(reports, { recursive: true, force: true });

const { passed, failed } = sum(counts);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
