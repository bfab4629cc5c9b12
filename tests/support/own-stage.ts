import { type ChildProcess, fork } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test as base } from "@playwright/test";
import { freePort } from "@/db/embedded/ports";

/** Playwright's `test` with a Plenary of its own, to be maltreated: its lines can be cut, its data spoilt. */
export const test = base.extend<
  object,
  { stage: { port: number; tell: ChildProcess["send"]; mail: string } }
>({
  stage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameters' names.
    async ({}, use) => {
      const mail = fs.mkdtempSync(path.join(os.tmpdir(), "plenary-mail-"));
      const port = await freePort();
      const env = { ...process.env, PORT: String(port), MAIL_DIRECTORY: mail };
      const child = fork("tests/support/stage.ts", { execArgv: ["--import", "tsx"], env });
      await new Promise<void>((ready, failed) => {
        child.once("message", () => ready());
        child.once("exit", (code) => failed(new Error(`The stage ended with ${code}.`)));
      });
      await use({ port, tell: child.send.bind(child), mail });
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
    { scope: "worker", timeout: 120_000 },
  ],
});
