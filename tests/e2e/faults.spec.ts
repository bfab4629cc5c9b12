import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expectAccessible } from "../support/axe";
import { test } from "../support/own-stage";
import { wordsIn } from "../support/words";

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

  test(`a page that cannot be made says so and can be tried again, in ${locale}`, async ({ page, stage }) => {
    const sql = database(stage.mail);
    await sql`alter table organisations rename to organisations_away`;
    try {
      const response = await page.goto(`http://localhost:${stage.port}/${locale}/members`);
      expect(response?.status()).toBe(500);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.layout("error.title"));
      await expectAccessible(page);
      expect(await page.content()).not.toMatch(/organisations_away|Failed query|node_modules/);
    } finally {
      await sql`alter table organisations_away rename to organisations`;
      await sql.end();
    }
    await page.getByRole("button", { name: t.layout("error.again") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.members("title"));
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
