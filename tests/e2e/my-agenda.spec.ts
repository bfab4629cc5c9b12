import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { expectAccessible } from "../support/axe";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const titles = { opening: "Opening session", talks: "Talks on steel", other: "Another session" };
type Key = keyof typeof titles;

function database() {
  const url = fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");
  return postgres(url, { max: 1, onnotice: () => {} });
}

const ids = Object.fromEntries(Object.keys(titles).map((key) => [key, crypto.randomUUID()])) as Record<
  Key,
  string
>;

/** An item of a release, in the words of the table. */
const released = (key: Key, hour: number, sequence = 0) => ({
  id: ids[key],
  kind: "plenary",
  title: { en: titles[key], sv: titles[key] },
  abstract: {},
  room: null,
  startsAt: `2031-05-20T${String(hour).padStart(2, "0")}:00:00.000Z`,
  endsAt: `2031-05-20T${String(hour + 1).padStart(2, "0")}:00:00.000Z`,
  audience: "public",
  attribution: "on_record",
  languages: [],
  statementIds: [],
  announcementIds: [],
  people: [],
  sequence,
});

async function release(sql: postgres.Sql, slug: string, number: number, content: object) {
  await sql`
    insert into agenda_releases (event_id, number, content, released_at)
    select id, ${number}, ${JSON.stringify(content)}::text::jsonb, now() from events where slug = ${slug}`;
}

for (const locale of ["en", "sv"] as const) {
  test(`stars follow a reader to another device and into a calendar, in ${locale}`, async ({
    page,
    browser,
    baseURL,
  }, { project, retry }) => {
    test.setTimeout(120_000);
    const t = wordsIn(locale);
    const slug = `stars-${project.name}${retry || ""}-${locale}-${crypto.randomBytes(3).toString("hex")}`;
    const home = `/${locale}/events/${slug}`;
    const sql = database();
    await sql`
      insert into events (slug, kind, title, starts_at, ends_at, zone, city, announced_at)
      values (${slug}, 'dialogue', ${sql.json({ en: slug })}, '2031-05-20T06:00:00Z', '2031-05-20T18:00:00Z',
        'Europe/Stockholm', ${sql.json({ en: "Stockholm" })}, now() - interval '1 minute')`;
    await release(sql, slug, 1, {
      items: [released("opening", 7), released("talks", 9), released("other", 12)],
      cancelled: [],
    });
    const star = (on: typeof page, key: Key) =>
      on.getByRole("button", { name: t.myAgenda("star", { title: titles[key] }) });
    let link = "";

    await test.step("two items are starred, without an account", async () => {
      await page.goto(home);
      for (const key of ["opening", "talks"] as const) await star(page, key).click();
      await expect(star(page, "talks")).toHaveAttribute("aria-pressed", "true");
      await page.goto(`${home}/my-agenda`);
      await expect(page.getByText(titles.opening)).toBeVisible();
      await expect(page.getByText(titles.other)).toHaveCount(0);
      await expectAccessible(page);
    });

    await test.step("saving gives a link and a calendar", async () => {
      await page.getByRole("button", { name: t.myAgenda("save.button") }).click();
      await page.waitForURL(/\/my\/[\w-]{20,}$/);
      link = new URL(page.url()).pathname;
      await expect(page.getByLabel(t.myAgenda("link.calendar"))).toHaveValue(`${baseURL}${link}.ics`);
      await expect(page.getByText(t.myAgenda("link.inUse"))).toBeVisible();
      await expectAccessible(page);
    });

    await test.step("another device opens the same stars, and sets one more", async () => {
      const other = await (await browser.newContext({ baseURL })).newPage();
      await other.goto(link);
      await expect(other.getByText(titles.talks)).toBeVisible();
      await other.getByRole("button", { name: t.myAgenda("link.here") }).click();
      await expect(other.getByText(t.myAgenda("link.inUse"))).toBeVisible();
      await other.goto(home);
      await expect(star(other, "opening")).toHaveAttribute("aria-pressed", "true");
      await star(other, "other").click();
      await expect(async () => {
        await page.reload();
        await expect(page.getByText(titles.other)).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await other.context().close();
    });

    await test.step("a release that moves one item and cancels another is followed", async () => {
      const before = await (await page.request.get(`${link}.ics`)).text();
      expect(before).toContain("DTSTART;TZID=Europe/Stockholm:20310520T110000");
      await release(sql, slug, 2, {
        items: [released("talks", 10, 1), released("other", 12)],
        cancelled: [released("opening", 7, 1)],
      });
      const after = await (await page.request.get(`${link}.ics`)).text();
      expect(after).toContain("DTSTART;TZID=Europe/Stockholm:20310520T120000");
      expect(after.match(/STATUS:CANCELLED/g)).toHaveLength(1);
      expect(after.match(/SEQUENCE:1/g)).toHaveLength(2);
      expect(after).not.toContain(link.split("/").at(-1));
    });

    await test.step("once revoked it is gone for everybody", async () => {
      await page.goto(link);
      await page.getByText(t.myAgenda("link.revoke"), { exact: true }).first().click();
      await page.getByRole("button", { name: t.myAgenda("link.revoke") }).click();
      await expect(page.getByText(t.myAgenda("link.revoked"))).toBeVisible();
      const calendar = await page.request.get(`${link}.ics`);
      expect(calendar.status()).toBe(410);
      expect(await calendar.text()).not.toContain("VEVENT");
      expect((await page.request.get(link)).status()).toBe(410);
    });

    await test.step("without script the agenda is whole, and no star stands there", async () => {
      const plain = await (await browser.newContext({ baseURL, javaScriptEnabled: false })).newPage();
      await plain.goto(home);
      await expect(plain.getByText(titles.talks)).toBeVisible();
      await expect(star(plain, "talks")).toHaveCount(0);
      const embedded = await plain.goto(`${home}/embed`);
      await expect(plain.getByText(titles.talks)).toBeVisible();
      expect(embedded?.headers()["content-security-policy"]).toContain("frame-ancestors *");
      expect(embedded?.headers()["set-cookie"]).toBeUndefined();
      for (const by of ["", "?by=room"]) {
        const paper = await page.request.get(`${home}/agenda.pdf${by}`);
        expect(paper.headers()["content-type"]).toBe("application/pdf");
      }
      await plain.context().close();
    });
    await sql`delete from events where slug = ${slug}`;
    await sql.end();
  });
}
