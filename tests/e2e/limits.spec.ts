import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { test } from "../support/own-stage";
import { wordsIn } from "../support/words";

const { expect } = test;
/** As many registrations as one peer is let do in ten minutes. */
const enough = 60;

for (const locale of ["en", "sv"] as const) {
  test(`a program that registers again and again is slowed down, in ${locale}`, async ({
    browser,
    stage,
  }) => {
    const home = `http://localhost:${stage.port}`;
    const t = wordsIn(locale);
    const sql = database(stage.mail);
    // Whatever was registered on this stage before does not count.
    await sql`delete from rate_limits`;
    const [event] =
      await sql`select id, slug from events where starts_at > now() and registration_policy = 'open'`;
    // Without script, as a program sees it.
    const context = await browser.newContext({ baseURL: home, javaScriptEnabled: false });
    const page = await context.newPage();
    const address = `${home}/${locale}/events/${event?.slug}/register`;
    await page.goto(address);
    const fields = await fieldsOf(page);
    const registered = async () => {
      const [row] = await sql`
        select count(*)::int as many from participations where event_id = ${event?.id} and email like ${`%@${locale}.bots.example.org`}`;
      return row?.many;
    };
    try {
      const statuses: number[] = [];
      for (let n = 1; n <= enough + 3; n++) {
        const person = { name: `Bot ${n}`, email: `${n}@${locale}.bots.example.org` };
        const answer = await context.request.post(address, {
          multipart: { ...fields, ...person },
          headers: { origin: home },
        });
        statuses.push(answer.status());
      }
      expect(statuses).toEqual([...Array(enough).fill(200), 429, 429, 429]);
      expect(await registered()).toBe(enough);
      await page.getByLabel(t.registration("name"), { exact: true }).fill("One More");
      await page.getByLabel(t.registration("email")).fill(`more@${locale}.bots.example.org`);
      await page.getByRole("button", { name: t.registration("send") }).click();
      const refusal = new RegExp(t.refusals("too_many", { minutes: 9 }).replace("9", "\\d+"));
      await expect(page.getByText(refusal)).toBeVisible();
      // Nothing typed is lost.
      await expect(page.getByLabel(t.registration("name"), { exact: true })).toHaveValue("One More");
      expect(await registered()).toBe(enough);
    } finally {
      await sql`delete from rate_limits`;
      await sql.end();
      await context.close();
    }
  });
}

/** The fields of the registration form with what they hold, as they are sent. */
async function fieldsOf(page: Page): Promise<Record<string, string>> {
  const form = page.locator("form").filter({ has: page.locator("[name=email]") });
  return form.evaluate((element) =>
    Object.fromEntries(
      [...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
    ),
  );
}

function database(mail: string) {
  const url = fs.readFileSync(path.join(mail, "database-url"), "utf8");
  return postgres(url, { max: 1, onnotice: () => {} });
}
