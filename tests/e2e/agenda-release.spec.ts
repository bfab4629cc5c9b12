import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { mailsFor, waitForMail } from "../support/smtp";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

type Words = ReturnType<typeof wordsIn>;

function database() {
  const url = fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");
  return postgres(url, { max: 1, onnotice: () => {} });
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** An announced event in 2031 with a panel and an internal hold, and one speaker who can be written to. */
async function plant(sql: postgres.Sql, mark: string) {
  const both = (text: string) => sql.json({ en: `${text} ${mark}`, sv: `${text} ${mark}` });
  const [event] = await sql`
    insert into events (slug, kind, title, starts_at, ends_at, zone, city, announced_at)
    values (${`agenda-${mark}`}, 'dialogue', ${both("Dialogue")}, '2031-05-20T06:00Z', '2031-05-20T22:00Z',
      'Europe/Zurich', ${both("Zurich")}, now() - interval '1 hour') returning id, slug`;
  const [room] = await sql`
    insert into rooms (event_id, name, capacity) values (${event?.id}, 'Limmat', 80) returning id`;
  const [panel] = await sql`
    insert into agenda_items (event_id, kind, title, room_id, starts_at, ends_at, languages)
    values (${event?.id}, 'panel', ${both("Panel")}, ${room?.id}, '2031-05-20T19:00Z', '2031-05-20T20:00Z', '{en,fr}')
    returning id`;
  const [hold] = await sql`
    insert into agenda_items (event_id, kind, title, room_id, starts_at, ends_at)
    values (${event?.id}, 'hold', ${both("Secret")}, ${room?.id}, '2031-05-20T19:30Z', '2031-05-20T21:00Z') returning id`;
  const address = `speaker-${mark}@example.org`;
  const [person] = await sql`
    insert into people (name, sort_name, email, naming_consented_at)
    values (${`Speaker ${mark}`}, ${mark}, ${address}, now()) returning id`;
  await sql`
    insert into agenda_item_people (item_id, person_id, role, confirmation, presence)
    values (${panel?.id}, ${person?.id}, 'speaker', 'confirmed', 'remote')`;
  return {
    id: String(event?.id),
    slug: String(event?.slug),
    panel: String(panel?.id),
    hold: String(hold?.id),
    address,
  };
}

async function releaseFrom(page: Page, t: Words, number: number, note?: string) {
  await page.getByRole("button", { name: t.agenda("release.button", { number }), exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  if (note) await dialog.getByLabel(t.enums("locale.en")).fill(note);
  await dialog.getByRole("button", { name: t.agenda("release.confirm"), exact: true }).click();
  await expect(page.getByText(t.agenda("release.nothing"))).toBeVisible();
  await expect(page.getByText(t.agenda("release.number", { number }), { exact: true })).toBeVisible();
}

for (const locale of ["en", "sv"] as const) {
  test(`an agenda is released, moved and released again, in ${locale}`, async ({
    page,
    browser,
    baseURL,
    request,
  }, { project, retry }) => {
    test.setTimeout(180_000);
    const t = wordsIn(locale);
    const mark = `${project.name}${retry || ""}-${locale}`;
    const sql = database();
    const event = await plant(sql, mark);
    const workspace = `/${locale}/organize/events/${event.id}/agenda`;
    const site = `/${locale}/events/${event.slug}`;

    await test.step("a finding that is marked holds back the release, with a way out", async () => {
      await signInAs(page, "Ravi", locale);
      expect(await (await request.get(site)).text()).not.toContain("Panel");
      await page.goto(`${workspace}/releases`);
      await expect(page.getByText(t.agenda("release.heldBack"))).toBeVisible();
      await expect(page.getByRole("link", { name: `Secret ${mark}` })).toHaveAttribute(
        "href",
        `${workspace}/${event.hold}`,
      );
      await expect(page.getByText(t.agenda("findings.wayOut.roomNone"))).toBeVisible();
      await expectAccessible(page, ["light"]);
      await page.goto(`${workspace}/checks`);
      await page.getByLabel(t.enums("findingKind.room")).uncheck();
      await page.getByRole("button", { name: t.agenda("checks.save") }).click();
      await expect(page.getByText(t.common("form.saved"))).toBeVisible();
      await expectAccessible(page, ["light"]);
    });

    await test.step("the first release is public, without what is internal", async () => {
      await page.goto(`${workspace}/releases`);
      await releaseFrom(page, t, 1, "The first agenda");
      await page.goto(site);
      await expect(page.getByText(`Panel ${mark}`)).toBeVisible();
      await expect(page.getByText(`Secret ${mark}`)).toHaveCount(0);
      await expect(page.getByText(t.agenda("public.remote"))).toBeVisible();
      const letter = await waitForMail(event.address, new RegExp(`Dialogue ${mark}`));
      expect(letter.attachments[0]?.mimeType).toBe("text/calendar");
    });

    await test.step("a move shows in the next release, the changelog and the feed; the draft does not", async () => {
      await sql`update agenda_items set starts_at = '2031-05-20T18:30Z', revision = revision + 1 where id = ${event.panel}`;
      expect(await (await request.get(site)).text()).not.toContain(t.agenda("public.moved", { release: 2 }));
      await page.goto(`${workspace}/releases`);
      await expect(page.getByText(t.agenda("changes.kind.moved"), { exact: true })).toBeVisible();
      await releaseFrom(page, t, 2, "Half an hour earlier");
      await page.goto(site);
      await expect(page.getByText(t.agenda("public.moved", { release: 2 }))).toBeVisible();
      await page.getByRole("link", { name: t.agenda("public.changes") }).click();
      await expect(page.getByRole("heading", { level: 1, name: t.agenda("changes.title") })).toBeVisible();
      await expect(page.getByText("Half an hour earlier")).toBeVisible();
      await expect(page.locator("s", { hasText: "21:00" }).first()).toBeVisible();
      await expectAccessible(page);
      expect(await sideways(page)).toBe(false);
      const feed = await request.get(`${site}/agenda/feed.xml`);
      expect(feed.headers()["content-type"]).toContain("application/atom+xml");
      const text = await feed.text();
      expect(text).toContain("Half an hour earlier");
      expect(text).not.toContain("Secret");
      await waitForMail(event.address, /./, { already: 1 });
      expect(await mailsFor(event.address)).toHaveLength(2);
    });

    await test.step("an earlier release can be read, and says that it no longer holds", async () => {
      await page.getByRole("link", { name: t.agenda("changes.read", { number: 1 }) }).click();
      await expect(page.getByText(t.agenda("public.earlier", { latest: 2 }))).toBeVisible();
      await expect(page.locator("li[id^='item-'] time").first()).toContainText("21:00–22:00");
      await expectAccessible(page);
      expect(await sideways(page)).toBe(false);
      expect((await request.get(`${site}/agenda/releases/9`)).status()).toBe(404);
    });

    await test.step("days regroup in the reader's own zone", async () => {
      const far = await browser.newContext({ baseURL, timezoneId: "Asia/Seoul" });
      const theirs = await far.newPage();
      await theirs.goto(site);
      const days = theirs.locator("h3[id^='day-']");
      await expect(days).toHaveAttribute("id", "day-2031-05-20");
      await theirs.getByLabel(t.events("zone.own")).check();
      await expect(days).toHaveAttribute("id", "day-2031-05-21");
      await expect(theirs.locator("li[id^='item-'] time").first()).toContainText("03:30–05:00");
      await far.close();
    });

    await test.step("the first is released again as the third", async () => {
      await page.goto(`${workspace}/releases`);
      await page.getByRole("button", { name: t.agenda("release.again", { number: 1 }) }).click();
      const dialog = page.getByRole("alertdialog");
      await dialog.getByRole("button", { name: t.agenda("release.againConfirm") }).click();
      await expect(page.getByText(t.agenda("release.againOf", { number: 1 }))).toBeVisible();
      await page.goto(site);
      await expect(page.locator("li[id^='item-'] time").first()).toContainText("21:00–22:00");
    });
    await sql.end();
  });
}
