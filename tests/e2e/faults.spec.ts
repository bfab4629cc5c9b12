import { type ChildProcess, fork } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test as base, type Page } from "@playwright/test";
import postgres from "postgres";
import { freePort } from "@/db/embedded/ports";
import { expectAccessible } from "../support/axe";
import { wordsIn } from "../support/words";

/** A Plenary of these tests' own, whose lines to the database and to the mail server can be cut. */
const test = base.extend<object, { stage: { port: number; tell: ChildProcess["send"]; mail: string } }>({
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
const { expect } = test;
test.describe.configure({ mode: "serial" });

for (const locale of ["en", "sv"] as const) {
  const t = wordsIn(locale);

  test(`with the mail server away a registration stands and its mail goes later, in ${locale}`, async ({
    page,
    stage,
  }) => {
    const email = `patient-${locale}@example.org`;
    const sql = database(stage.mail);
    const [event] =
      await sql`select slug from events where starts_at > now() and registration_policy = 'approval'`;
    stage.tell("cut mail");
    await page.goto(`http://localhost:${stage.port}/${locale}/events/${event?.slug}/register`);
    await page.getByLabel(t.registration("name"), { exact: true }).fill("Patience Waiting");
    await page.getByLabel(t.registration("email")).fill(email);
    await page.getByRole("button", { name: t.registration("send") }).click();
    await expect(page.getByText(t.registration("outcome.submitted"))).toBeVisible();
    const tried = () =>
      sql`select state, attempts from mails where to_address = ${email}`.then(([mail]) => mail);
    await expect.poll(tried, { timeout: 20_000 }).toMatchObject({ state: "queued", attempts: 1 });
    expect(arrivedFor(stage.mail, email)).toBe(0);

    stage.tell("mend mail");
    // The wait before the next try is minutes; the test does not sit it out.
    await sql`update graphile_worker._private_jobs set run_at = now() where key like 'mail:%'`;
    await expect.poll(() => arrivedFor(stage.mail, email), { timeout: 30_000 }).toBe(1);
    await expect.poll(tried).toMatchObject({ state: "sent" });
    await sql.end();
  });

  test(`with the database away pages say so and come back by themselves, in ${locale}`, async ({
    page,
    stage,
  }) => {
    const home = `http://localhost:${stage.port}/${locale}`;
    expect((await page.goto(home))?.status()).toBe(200);
    stage.tell("cut database");
    await expect.poll(() => statusOf(page, `${home}/members`), { timeout: 20_000 }).toBe(503);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/moment|tillbaka/);
    await expectAccessible(page);
    expect(await statusOf(page, `http://localhost:${stage.port}/readyz`)).toBe(503);
    expect(await statusOf(page, `http://localhost:${stage.port}/healthz`)).toBe(200);
    stage.tell("mend database");
    await expect.poll(() => statusOf(page, home), { timeout: 20_000 }).toBe(200);
    await expect(page.getByRole("main")).toBeVisible();
  });
}

const statusOf = async (page: Page, url: string) => (await page.goto(url))?.status();

function database(mail: string) {
  const url = fs.readFileSync(path.join(mail, "database-url"), "utf8");
  return postgres(url, { max: 1, onnotice: () => {} });
}

function arrivedFor(mail: string, address: string) {
  const envelopes = fs.readdirSync(mail).filter((name) => name.endsWith(".envelope.json"));
  return envelopes.filter((name) => fs.readFileSync(path.join(mail, name), "utf8").includes(address)).length;
}
