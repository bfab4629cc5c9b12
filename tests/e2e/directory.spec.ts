import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { words } from "@/lib/i18n/words";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const t = wordsIn("en");
const people = words("en", "people");
const periods = words("en", "periods");

const fits = async (page: Page) =>
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);

test("the directory of a day: names of that day, kinds together, regions, files", async ({ page }) => {
  await page.goto("/en/members?asOf=2021-07-07&sector=cement");
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: "LafargeHolcim" })).toBeVisible();
  await page.goto("/en/members?asOf=2022-06-01");
  await expect(main).toContainText("18 countries and 19 companies");
  await expect(main.getByRole("link", { name: "Holcim", exact: true })).toBeVisible();
  await expectAccessible(page);
  await fits(page);
  await page.getByLabel(t.members("region")).selectOption("asia");
  await page.getByLabel(t.members("view")).selectOption("together");
  await page.getByLabel(t.members("order")).selectOption("-joined");
  await page.getByRole("button", { name: t.members("show") }).click();
  await expect(page).toHaveURL(/region=asia.*view=together.*sort=-joined/);
  const list = page.getByRole("region", { name: t.members("together") });
  await expect(list.getByRole("listitem").first()).toContainText("Japan");
  await expect(list.getByRole("link", { name: "Sweden" })).toHaveCount(0);
  const json = page.getByRole("link", { name: t.members("json") });
  const answer = await (await page.request.get(String(await json.getAttribute("href")))).json();
  expect(answer).toMatchObject({ asOf: "2022-06-01", counts: { country: 18, company: 19 } });
  expect(answer.members.map((one: { slug: string }) => one.slug)).toContain("japan");
  const csv = await page.request.get(
    String(await page.getByRole("link", { name: t.members("csv") }).getAttribute("href")),
  );
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(await csv.text()).toContain("Japan");
  expect((await page.request.get("/en/members/export?format=json&asOf=2022-02-30")).status()).toBe(400);
  expect((await page.request.get("/en/members/export?format=xml")).status()).toBe(404);
});

test("the map leads to a member by keyboard, and its table says the same", async ({ page }) => {
  await page.goto("/en/members?asOf=2022-06-01");
  const map = page.getByRole("group", { name: /18 member countries/ });
  await expect(map.getByRole("link")).toHaveCount(18);
  await page.getByText(t.members("map.asTable")).click();
  const table = page.getByRole("region", { name: t.members("map.table") });
  await expect(table.getByRole("rowheader")).toHaveCount(18);
  await fits(page);
  const names = await map.getByRole("link").evaluateAll((all) => all.map((one) => one.ariaLabel ?? ""));
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en")));
  const before = names[names.indexOf("Sweden") - 1] ?? "";
  await map.getByRole("link", { name: before, exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(map.getByRole("link", { name: "Sweden" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/members\/sweden$/);
  await expectAccessible(page);
});

test("an organisation is renamed, and what it was called is kept and can be put right", async ({
  page,
}, info) => {
  const name = `Renamed ${info.project.name}${info.retry || ""}`;
  await signInAs(page, "Elin");
  await page.goto("/en/organize/organisations/new");
  await page.getByLabel(t.organisations("kind")).selectOption("company");
  await page
    .getByRole("group", { name: t.organisations("name"), exact: true })
    .getByRole("textbox")
    .first()
    .fill(name);
  await page.getByLabel(t.enums("sector.steel"), { exact: true }).check();
  await page.getByRole("button", { name: t.organisations("create") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  const section = page.getByRole("region", { name: t.organisations("names") });
  await section
    .locator("summary")
    .filter({ hasText: t.organisations("rename") })
    .click();
  await section
    .getByRole("group", { name: t.organisations("newName"), exact: true })
    .getByRole("textbox")
    .first()
    .fill(`${name} Holdings`);
  await section.getByLabel(t.organisations("calledFrom")).fill("2024-05-01");
  await expectAccessible(page, ["light"]);
  await section.getByRole("button", { name: t.organisations("rename") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name} Holdings`);
  await expect(section.getByText("until 1 May 2024")).toBeVisible();
  await section.getByText(t.organisations("correctName")).click();
  await section.getByLabel(t.organisations("untilOn")).fill("2024-06-01");
  await section.getByRole("button", { name: t.organisations("save") }).click();
  await expect(section.getByText("until 1 June 2024")).toBeVisible();
  await fits(page);
});

test("an office passes to a successor, and the older text says who has left it and which period it is of", async ({
  page,
}, info) => {
  test.setTimeout(90_000);
  const mark = `${info.project.name}${info.retry || ""}`;
  const [first, second] = [`Ada First ${mark}`, `Ben Second ${mark}`];
  await signInAs(page, "Elin");
  for (const name of [first, second]) {
    await page.goto("/en/organize/people/new");
    await page.getByLabel(people("name"), { exact: true }).fill(name);
    await page.getByRole("button", { name: people("create") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  }
  await page.goto("/en/organize/people/offices/new");
  const title = `Minister ${mark}`;
  await page
    .getByRole("group", { name: people("officeTitle") })
    .getByRole("textbox")
    .first()
    .fill(title);
  await page.getByLabel(people("oneHolder")).check();
  await page.getByRole("button", { name: people("createOffice") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  const holders = page.getByRole("region", { name: people("holders") });
  const appoint = async (name: string, day: string, succeeds: boolean) => {
    await holders
      .locator("summary")
      .filter({ hasText: people("appointTo") })
      .click();
    await holders.getByLabel(people("person")).selectOption(name);
    await holders.getByLabel(people("fromOn"), { exact: true }).fill(day);
    await holders.getByLabel(people("succeeds")).setChecked(succeeds);
    await holders.getByRole("button", { name: people("saveAppointment") }).click();
  };
  await appoint(first, "2021-11-30", true);
  await expect(holders.getByText("since 30 November 2021")).toBeVisible();
  await appoint(second, "2022-10-18", false);
  await expect(holders.getByRole("alert")).toContainText(first);
  await expectAccessible(page, ["light"]);
  await holders.getByLabel(people("succeeds")).check();
  await holders.getByRole("button", { name: people("saveAppointment") }).click();
  await expect(holders.getByText("30 November 2021 – 18 October 2022")).toBeVisible();
  await expect(holders.getByText("since 18 October 2022")).toBeVisible();

  const slug = `older-${mark}-${crypto.randomBytes(3).toString("hex")}`.toLowerCase();
  const remove = await plantOlder(slug, first);
  await page.goto(`/en/news/${slug}`);
  const main = page.getByRole("main");
  await expect(main.getByText(people("sinceThen.left"))).toBeVisible();
  await expect(main.getByText(`${title}, 30 November 2021 – 18 October 2022`)).toBeVisible();
  await expect(main.getByText(people("sinceThen.changed"))).toHaveCount(0);
  await expect(main.getByText(periods("banner", { count: 1 }))).toBeVisible();
  await expect(main.getByText("Phase 1")).toBeVisible();
  await expectAccessible(page);
  await fits(page);

  await page.goto(`/en/events/${slug}/agenda/releases/1`);
  await expect(main.getByText(people("sinceThen.titleOfAgenda", { days: "1 June 2022" }))).toBeVisible();
  await expect(main.getByText(people("sinceThen.left"))).toBeVisible();
  await expect(main.getByText(`${title}, 30 November 2021 – 18 October 2022`)).toBeVisible();
  await expect(main.getByText(periods("banner", { count: 1 }))).toBeVisible();
  await expectAccessible(page);
  await fits(page);
  await remove();
});

/** Plants an announcement and an agenda of June 2022 that name a person. Answers what takes them away again. */
async function plantOlder(slug: string, name: string) {
  const url = fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");
  const sql = postgres(url, { max: 1 });
  const [person] = await sql`select id from people where name = ${name}`;
  const paragraph = { type: "paragraph", content: [{ type: "text", text: "We go on together." }] };
  const attrs = { personId: person?.id, speaker: "", office: "" };
  const body = { type: "doc", content: [{ type: "blockquote", attrs, content: [paragraph] }] };
  const [piece] = await sql`insert into announcements (slug, kind) values (${slug}, 'article') returning id`;
  const [text] = await sql`
    insert into announcement_revisions (announcement_id, locale, number, title, lead, body, saved_by_name)
    values (${piece?.id}, 'en', 1, ${slug}, 'In short.', ${JSON.stringify(body)}::text::jsonb, 'test') returning id`;
  await sql`
    insert into announcement_publications (announcement_id, locale, revision_id, public_from)
    values (${piece?.id}, 'en', ${text?.id}, '2022-06-01T08:00:00Z')`;
  const [startsAt, endsAt] = ["2022-06-01T08:00:00.000Z", "2022-06-01T09:00:00.000Z"];
  const [event] = await sql`
    insert into events (slug, kind, title, starts_at, ends_at, zone, city, announced_at)
    values (${slug}, 'dialogue', ${sql.json({ en: slug })}, ${startsAt}, ${endsAt}, 'Europe/Stockholm',
      ${sql.json({ en: "Stockholm" })}, '2022-01-01T00:00:00Z') returning id`;
  const item = {
    id: crypto.randomUUID(),
    kind: "panel",
    title: { en: "Panel" },
    abstract: {},
    room: null,
    startsAt,
    endsAt,
    audience: "public",
    attribution: "on_record",
    languages: [],
    statementIds: [],
    announcementIds: [],
    people: [{ personId: String(person?.id), role: "speaker", presence: "in_person", onBehalfOf: null }],
    sequence: 0,
  };
  await sql`insert into agenda_releases (event_id, number, content, released_at)
    values (${event?.id}, 1, ${sql.json({ items: [item], cancelled: [] })}, '2022-05-01T00:00:00Z')`;
  return async () => {
    await sql`update events set announced_at = null where id = ${event?.id}`;
    await sql`update announcement_publications set withdrawn_at = now(), withdrawal_reason = 'Only a test.'
      where announcement_id = ${piece?.id}`;
    await sql.end();
  };
}
