import crypto from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { now } from "@/lib/clock";
import { expectAccessible } from "../support/axe";
import { test } from "../support/own-stage";
import { plantRelease } from "../support/plant-release";
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

type Get = (address: string) => Promise<{ status: number; text: string }>;

/** Whether the marker is read there. A picture and a sheet hold no words to look for: that they are given is enough. */
async function isSeen(get: Get, address: string) {
  const { status, text } = await get(address);
  // Whoever has asked too often has seen nothing, whatever there is.
  expect(status, address).not.toBe(429);
  return status === 200 && (text.includes(marker) || text.includes(slug) || address.includes(slug));
}

/** On which surfaces the marker is read, a few asked at a time. */
async function sightings(get: Get, surfaces: readonly string[]) {
  const waiting = [...surfaces.entries()];
  const seen: number[] = [];
  const ask = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      if (await isSeen(get, next[1])) seen.push(next[0]);
  };
  await Promise.all([ask(), ask(), ask()]);
  return surfaces.filter((_, n) => seen.includes(n));
}

/** Asks for everything, over and over, until an instant: when each was asked and answered, and whether it was seen. */
async function watch(get: Get, surfaces: readonly string[], until: Date) {
  const samples: { address: string; sent: number; answered: number; seen: boolean }[] = [];
  const ask = async (offset: number) => {
    for (let n = offset; now() < until; n += 3) {
      const address = surfaces[n % surfaces.length] ?? "";
      const sent = now().getTime();
      const seen = await isSeen(get, address);
      samples.push({ address, sent, answered: now().getTime(), seen });
    }
  };
  await Promise.all([ask(0), ask(1), ask(2)]);
  return samples;
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
  test.setTimeout(900_000);
  const url = fs.readFileSync(path.join(stage.mail, "database-url"), "utf8");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const surfaces = await plantRelease(sql, { slug, words, asked: beside });
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
    }, surfaces);
    expect(rehearsed).toEqual(surfaces);
    for (const get of everybody) expect(await sightings(get, surfaces)).toEqual([]);
    const stranger = await browser.newContext({ baseURL: `http://localhost:${stage.port}` });
    const cookies = (await context.cookies()).filter((one) => one.name === "plenary-rehearsal");
    expect(cookies).toMatchObject([{ httpOnly: true }]);
    // The token alone, without the session it belongs to.
    await stranger.addCookies(cookies);
    expect(await (await stranger.request.get(`/en/news/${slug}-article`)).text()).not.toContain(marker);
    await stranger.close();
    await page.goto(`/en/news/${slug}-article`);
    await expect(page.getByRole("heading", { level: 1, name: marker })).toBeVisible();
    await expectAccessible(page);
    await banner.getByRole("button", { name: "End the rehearsal" }).click();
    await expect(page).toHaveURL(release);
    expect((await page.request.get(`/en/news/${slug}-article`)).status()).toBe(404);
  });

  await test.step("nothing of it exists when it is ready, and all of it at the instant, in both processes", async () => {
    const instant = new Date(now().getTime() + 60_000);
    await sql`
      update releases set scheduled_for = ${instant}, scheduled_at = now(),
        scheduled_by = (select id from users where name = 'Ravi Deshmukh') where id = ${id}`;
    await sql`select graphile_worker.add_job('carry-out-release', ${JSON.stringify({ id })}::text::json)`;
    await expect
      .poll(async () => (await sql`select carried_out_at from releases where id = ${id}`)[0]?.carried_out_at)
      .not.toBeNull();
    for (const get of everybody) expect(await sightings(get, surfaces)).toEqual([]);
    expect(now().getTime()).toBeLessThan(instant.getTime());
    await page.reload();
    await expect(page.getByText("Everything is written")).toBeVisible();
    await setTimeout(instant.getTime() - now().getTime() - 3_000);
    const until = new Date(instant.getTime() + 3_000);
    // Whatever is drawn takes longer than the second that is looked at here; it is asked for after it.
    const written = surfaces.filter((address) => !/\.(png|zip|pdf)$/.test(address));
    for (const samples of await Promise.all(everybody.map((get) => watch(get, written, until)))) {
      const early = samples.filter(({ answered }) => answered < instant.getTime());
      const late = samples.filter(({ sent }) => sent >= instant.getTime());
      expect(early.filter(({ seen }) => seen)).toEqual([]);
      expect(late.filter(({ seen }) => !seen)).toEqual([]);
      expect(Math.max(...early.map(({ answered }) => answered))).toBeGreaterThan(instant.getTime() - 1_000);
      expect(Math.min(...late.map(({ sent }) => sent))).toBeLessThan(instant.getTime() + 1_000);
    }
    for (const get of everybody) expect(await sightings(get, surfaces)).toEqual(surfaces);
  });

  await test.step("taken back as a whole, it is nowhere", async () => {
    await page.reload();
    await page.getByRole("button", { name: "Take back" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByLabel("Why it is taken back").selectOption("too_early");
    await dialog.getByLabel("In words").fill("The minister has not spoken yet.");
    await dialog.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByText("The minister has not spoken yet.").first()).toBeVisible();
    for (const get of everybody) expect(await sightings(get, surfaces)).toEqual([]);
  });

  const closed = once(second.child, "exit");
  second.child.kill("SIGTERM");
  await closed;
  await sql.end();
  await context.close();
});
