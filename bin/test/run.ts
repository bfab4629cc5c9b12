import { type ChildProcess, spawn } from "node:child_process";
import { ROOT } from "../house/root";
import type { Step } from "./steps";

let current: ChildProcess | undefined;

/** Ends the step at work, if any, so that it can tidy up. */
export function interrupt() {
  current?.kill("SIGTERM");
}

/** Runs a step to its end with its output going to the terminal. Resolves to whether all its commands succeeded. */
export async function runStep(step: Step): Promise<boolean> {
  for (const command of step.commands) {
    if (!(await succeeds(command, step.report))) return false;
  }
  return true;
}

function succeeds(command: string[], report: Step["report"]): Promise<boolean> {
  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  // Nothing of a running installation reaches the tests.
  for (const name of [
    "DATABASE_URL",
    "SMTP_URL",
    "BASE_URL",
    "AUTH_SECRET",
    "PORT",
    "HOST",
    "PLENARY_DATA",
  ]) {
    delete env[name];
  }
  if (report?.variable) env[report.variable] = report.file;
  const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ["ignore", "inherit", "inherit"] });
  current = child;
  return new Promise((resolve) => {
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}
