import os from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "./db/embedded/ports";
import { findBrowser } from "./tests/support/browser";

// This file is read again by every worker, which inherits what the first reading decided.
process.env.PORT = process.env.PLENARY_E2E_PORT ??= String(await freePort());
process.env.MAIL_DIRECTORY = path.join(os.tmpdir(), `plenary-mail-${process.env.PORT}`);
process.env.CHROMIUM_PATH ??= (await findBrowser()) ?? "";

const address = `http://localhost:${process.env.PORT}`;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // On a machine that builds for many, a test is tried again once, with names of its own;
  // what passed only then is named "flaky" at the end.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.PLENARY_E2E_REPORT
    ? [["list"], ["json", { outputFile: process.env.PLENARY_E2E_REPORT }]]
    : [["list"]],
  use: {
    baseURL: address,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "wide", use: { viewport: { width: 1280, height: 900 } } },
    // What is read by programs, and what happens behind the pages, has no width.
    {
      name: "narrow",
      testIgnore: /embargo|faults|hostile|roles|limits|live-processes|releases|taken-back/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
  webServer: {
    command: "node --import tsx tests/support/stage.ts",
    url: `${address}/readyz`,
    timeout: 600_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
