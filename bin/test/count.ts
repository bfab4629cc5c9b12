import fs from "node:fs";
import type { Step } from "./steps";

/** How many tests ended how. */
export type Count = { passed: number; failed: number };

/** Adds counts up. */
export function sum(counts: Count[]): Count {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
  };
}

/**
 * Counts a finished step from its report. A step that failed without a failed test (it could not even begin, or has
 * no tests) counts as one failure, so that the total never looks better than the run was.
 */
export function count(step: Step, succeeded: boolean): Count {
  const counted =
    step.report && fs.existsSync(step.report.file) ? read(step.report) : { passed: 0, failed: 0 };
  return succeeded ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

function read({ kind, file }: NonNullable<Step["report"]>): Count {
  const report = JSON.parse(fs.readFileSync(file, "utf8"));
  return kind === "vitest"
    ? { passed: report.numPassedTests, failed: report.numFailedTests }
    : { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
}
