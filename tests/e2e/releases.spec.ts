import crypto from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { now } from "@/lib/clock";
import { expectAccessible } from "../support/axe";
import { test } from "../support/own-stage";
import { startSecond } from "../support/second-process";
import { signInAs } from "../support/sign-in";

const { expect } = test;
const letters = (count: number) =>
  [...crypto.randomBytes(count)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
const marker = `Zzyzx${letters(8)}`;
const slug = marker.toLowerCase();
/** Stands beside the marker, so that a search page that repeats what was asked for does not repeat the marker. */
const beside = `plugh${letters(8)}`;
const words = `${marker} ${beside}`;
const logo = crypto.randomUUID();

/** Every place where the public, a program or a calendar could read something of it. */
const surfaces = ["en", "sv"]
  .flatMap((locale) => [
    `/${locale}`,
    `/${locale}/events`,
    `/${locale}/events/${slug}`,
    `/${locale}/events/${slug}/agenda/changes`,
    `/${locale}/events/${slug}/agenda/releases/1`,
    `/${locale}/events/${slug}/agenda/feed.xml`,
    `/${locale}/events/${slug}/agenda.ics`,
    `/${locale}/events/${slug}/agenda.json`,
    `/${locale}/statements`,
    `/${locale}/statements/${slug}`,
    `/${locale}/statements/${slug}.json`,
    `/${locale}/members`,
    `/${locale}/members/${slug}`,
    `/${locale}/members/${slug}/logo/${logo}`,
    `/${locale}/members/export?format=json`,
    ...["events", "statements", "members", "news"].map((room) => `/${locale}/${room}/${slug}/share.png`),
    `/${locale}/members/export?format=csv`,
    `/${locale}/statements/${slug}.pdf`,
    `/${locale}/news/${slug}/press-kit.zip`,
    `/${locale}/rss.xml`,
    `/${locale}/rss.xml?kind=article`,
    `/${locale}/feed.xml?kind=article`,
    `/${locale}/news`,
    `/${locale}/news/${slug}`,
    `/${locale}/search?q=${beside}`,
    `/${locale}/feed.xml`,
    `/${locale}/events.ics`,
  ])
  .concat(
    "/sitemap.xml",
    ...["events", "statements", "members", "announcements"].map((of) => `/api/v1/${of}?perPage=100`),
  );

/** Plants what a release can make public, none of it public yet: a member, a text of each kind in two languages, an event. */
async function plant(sql: postgres.Sql) {
  const name = sql.json({ en: words, sv: words });
  const body = JSON.stringify({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  });
  const paragraphs = JSON.stringify([{ id: crypto.randomUUID(), kind: "operative", text: words }]);
  await sql`
    with kept as (
      insert into files (purpose, name, content_type, size, sha256, content)
      values ('media', 'logo.png', 'image/png', 1, ${"0".repeat(64)}, '\\x00') returning id)
    insert into media (id, kind, name, file_id, width, height, created_at, created_by)
    select ${logo}, 'image', 'logo.png', id, 1, 1, now(), 'test' from kept`;
  const [company] = await sql`
    insert into organisations (slug, kind, name, sectors, logo_id)
    values (${slug}, 'company', ${name}, '{steel}', ${logo}) returning id`;
  await sql`insert into memberships (organisation_id, joined_on) values (${company?.id}, '2024-01-01')`;
  const [statement] = await sql`
    insert into statements (slug, kind) values (${slug}, 'chairs_summary') returning id`;
  const [piece] = await sql`insert into announcements (slug, kind) values (${slug}, 'article') returning id`;
  for (const locale of ["en", "sv"]) {
    await sql`
      insert into statement_revisions
        (statement_id, locale, number, title, paragraphs, hash, saved_by_name, translation_of_id)
      select ${statement?.id}, ${locale}, 1, ${words}, ${paragraphs}::text::jsonb, 'x', 'test',
        (select id from statement_revisions where statement_id = ${statement?.id} and locale = 'en')`;
    await sql`
      with written as (
        insert into announcement_revisions (announcement_id, locale, number, title, lead, body, saved_by_name)
        values (${piece?.id}, ${locale}, 1, ${words}, ${words}, ${body}::text::jsonb, 'test')
        returning id, announcement_id)
      insert into announcement_reviews (announcement_id, revision_id, step, at, by_name)
      select announcement_id, id, 'approved', now(), 'Somebody else' from written`;
  }
  const [event] = await sql`
    insert into events (slug, kind, title, summary, starts_at, ends_at, zone, city, registration_policy)
    values (${slug}, 'dialogue', ${name}, ${name}, now() + interval '9 days', now() + interval '10 days',
      'Europe/Stockholm', ${name}, 'closed') returning id`;
  await sql`insert into event_hosts (event_id, organisation_id, role, position)
    select ${event?.id}, id, 'host', 0 from organisations where kind = 'country' limit 1`;
  await sql`
    insert into agenda_items (event_id, kind, title, starts_at, ends_at, audience)
    select id, 'opening', ${name}, starts_at, starts_at + interval '1 hour', 'public' from events where id = ${event?.id}`;
}

type Get = (address: string) => Promise<{ status: number; text: string }>;

/** On which surfaces the marker is read. */
async function sightings(get: Get) {
  const seen: string[] = [];
  for (const address of surfaces) {
    const { status, text } = await get(address);
    if (status === 200 && (text.includes(marker) || text.includes(slug) || address.includes(slug)))
      seen.push(address);
  }
  return seen;
}

const reader =
  (port: number): Get =>
  async (address) => {
    const answer = await fetch(`http://localhost:${port}${address}`);
    return { status: answer.status, text: await answer.text() };
  };

/** Ticks everything with the marker of one kind, and puts it in. */
async function putIn(page: Page, kind: string) {
  const part = page.locator("details", { has: page.locator("summary", { hasText: kind }) });
  await part.locator("summary").click();
  for (const box of await part.getByRole("checkbox", { name: marker }).all()) await box.check();
  await part.getByRole("button", { name: "Put in" }).click();
  await expect(part.getByRole("checkbox", { name: marker })).toHaveCount(0);
}

test("a release is composed, rehearsed, goes out everywhere at its instant, and is taken back", async ({
  stage,
  browser,
}) => {
  test.setTimeout(600_000);
  const url = fs.readFileSync(path.join(stage.mail, "database-url"), "utf8");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await plant(sql);
  const second = await startSecond(url);
  const context = await browser.newContext({ baseURL: `http://localhost:${stage.port}` });
  const page = await context.newPage();
  const everybody = [reader(stage.port), reader(second.port)];
  await signInAs(page, "Ravi Deshmukh");

  await test.step("composed of one thing of each kind", async () => {
    await page.goto("/en/organize/releases/new");
    await page.getByLabel("Name", { exact: true }).fill(`Opening ${marker}`);
    await page.getByRole("button", { name: "Begin the release" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Opening ${marker}` })).toBeVisible();
    for (const kind of ["Memberships", "Announcements", "Statements", "Events that", "Drafts of agendas"])
      await putIn(page, kind);
    await expect(page.getByText("Nothing stands in the way", { exact: true })).toBeVisible();
    await expectAccessible(page);
  });
  const release = page.url();
  const id = release.split("/").at(-1) ?? "";

  await test.step("rehearsed by its organizer alone", async () => {
    await page.getByRole("button", { name: "Rehearse" }).click();
    const banner = page.getByRole("complementary", { name: "Rehearsal" });
    await expect(banner).toContainText(marker);
    const rehearsed = await sightings(async (address) => {
      const answer = await page.request.get(address);
      expect(answer.headers()["cache-control"], address).toBe("no-store");
      expect(answer.headers()["x-robots-tag"], address).toBe("noindex");
      return { status: answer.status(), text: await answer.text() };
    });
    expect(rehearsed).toEqual(surfaces);
    for (const get of everybody) expect(await sightings(get)).toEqual([]);
    const stranger = await browser.newContext({ baseURL: `http://localhost:${stage.port}` });
    const cookies = (await context.cookies()).filter((one) => one.name === "plenary-rehearsal");
    expect(cookies).toMatchObject([{ httpOnly: true }]);
    // The token alone, without the session it belongs to.
    await stranger.addCookies(cookies);
    expect(await (await stranger.request.get(`/en/news/${slug}`)).text()).not.toContain(marker);
    await stranger.close();
    await page.goto(`/en/news/${slug}`);
    await expect(page.getByRole("heading", { level: 1, name: marker })).toBeVisible();
    await expectAccessible(page);
    await banner.getByRole("button", { name: "End the rehearsal" }).click();
    await expect(page).toHaveURL(release);
    expect((await page.request.get(`/en/news/${slug}`)).status()).toBe(404);
  });

  await test.step("nothing of it exists when it is ready, and all of it at the instant, in both processes", async () => {
    const instant = new Date(now().getTime() + 45_000);
    await sql`
      update releases set scheduled_for = ${instant}, scheduled_at = now(),
        scheduled_by = (select id from users where name = 'Ravi Deshmukh') where id = ${id}`;
    await sql`select graphile_worker.add_job('carry-out-release', ${JSON.stringify({ id })}::text::json)`;
    await expect
      .poll(async () => (await sql`select carried_out_at from releases where id = ${id}`)[0]?.carried_out_at)
      .not.toBeNull();
    for (const get of everybody) expect(await sightings(get)).toEqual([]);
    expect(now().getTime()).toBeLessThan(instant.getTime());
    await page.reload();
    await expect(page.getByText("Everything is written")).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, instant.getTime() - now().getTime()));
    for (const get of everybody) expect(await sightings(get)).toEqual(surfaces);
  });

  await test.step("taken back as a whole, it is nowhere", async () => {
    await page.reload();
    await page.getByRole("button", { name: "Take back" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByLabel("Why it is taken back").selectOption("too_early");
    await dialog.getByLabel("In words").fill("The minister has not spoken yet.");
    await dialog.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByText("The minister has not spoken yet.").first()).toBeVisible();
    for (const get of everybody) expect(await sightings(get)).toEqual([]);
  });

  const closed = once(second.child, "exit");
  second.child.kill("SIGTERM");
  await closed;
  await sql.end();
  await context.close();
});
