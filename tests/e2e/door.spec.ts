import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import postgres from "postgres";
import { now as clock } from "@/lib/clock";
import { words } from "@/lib/i18n/words";
import { hashOf, newToken } from "@/lib/tokens";
import { expectAccessible } from "../support/axe";
import { filmBadge } from "../support/camera";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";

const mail = () => process.env.MAIL_DIRECTORY ?? "";
const database = () =>
  postgres(fs.readFileSync(path.join(mail(), "database-url"), "utf8"), { max: 1, onnotice: () => {} });

/** An event under way, with four who may come in, and a badge of the first where its code is given. */
async function plant(names: string[], code?: string) {
  const sql = database();
  const slug = `door-${crypto.randomBytes(5).toString("hex")}`;
  const [event] = await sql`
    insert into events (slug, kind, title, starts_at, ends_at, zone, announced_at)
    values (${slug}, 'dialogue', ${sql.json({ en: `Door ${slug}`, sv: `Dörr ${slug}` })},
      now() - interval '2 hours', now() + interval '20 hours', 'Europe/Stockholm', now() - interval '9 days')
    returning id`;
  await sql`insert into event_classes (event_id, class, position, zones) values (${event?.id}, 'delegate', 0, 'Blue')`;
  const ids: string[] = [];
  for (const [index, name] of names.entries()) {
    const [row] = await sql`
      insert into participations (event_id, name, email, organisation_name, state, seat_pool, locale, source, access_needs)
      values (${event?.id}, ${name}, ${`${slug}-${index}@example.org`}, 'Test Works', 'approved', 'open', 'en', 'by_hand',
        'A need for nobody at the door') returning id`;
    ids.push(row?.id);
  }
  for (const audience of ["door", "secretariat"]) {
    const [question] = await sql`
      insert into questions (event_id, position, stage, kind, label, audience)
      values (${event?.id}, 0, 'registration', 'text', ${sql.json({ en: `Asked for ${audience}` })}, ${audience}) returning id`;
    await sql`
      insert into answers (question_id, participation_id, value, answered_at)
      values (${question?.id}, ${ids[0] ?? ""}, ${sql.json(`Said to the ${audience}`)}, now())`;
  }
  if (code)
    await sql`
      insert into badges (participation_id, event_id, number, code_hash, printed_at, printed_by_name)
      values (${ids[0] ?? ""}, ${event?.id}, 1, ${hashOf(code)}, now(), 'A test')`;
  await sql.end();
  return { id: String(event?.id), slug, ids };
}

const t = words("en", "door");
const inOf = (page: Page, present: number) => page.getByText(t("inOf", { present, expected: 4 }));

/** Opens the door page and waits until it would open without a network too. */
async function stand(page: Page, id: string) {
  await page.goto(`/en/organize/events/${id}/door`);
  const panel = page.locator("details").filter({ hasText: t("device.title") });
  await expect(async () => {
    // What is opened while the page is still being put together may be shut again.
    if (!(await panel.evaluate((one: HTMLDetailsElement) => one.open)))
      await panel.locator("summary").click();
    await expect(page.getByText(t("device.offlineReady"))).toBeVisible({ timeout: 5_000 });
  }).toPass();
}

async function find(page: Page, name: string) {
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page.getByRole("heading", { name })).toBeFocused();
}

async function checkIn(page: Page, name: string) {
  await find(page, name);
  await page.getByRole("button", { name: t("checkIn"), exact: true }).click();
  await expect(page.getByRole("button", { name: t("undo") })).toBeVisible();
}

/** What the browser keeps of people, as it lies on the disk. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const request = indexedDB.open("plenary-door");
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const all = (name: string) =>
      new Promise<unknown[]>((resolve) => {
        const rows = request.result.transaction(name).objectStore(name).getAll();
        rows.onsuccess = () => resolve(rows.result);
      });
    const [known, keys, queue] = [await all("known"), await all("keys"), await all("queue")];
    request.result.close();
    const readable = new TextDecoder().decode((known[0] as { sealed?: ArrayBuffer } | undefined)?.sealed);
    const exported = keys[0]
      ? await crypto.subtle.exportKey("raw", keys[0] as CryptoKey).catch(() => null)
      : null;
    return { known: known.length, keys: keys.length, queue: queue.length, readable, exported };
  });

test("badges are printed; a reprint says why", async ({ page }) => {
  const b = words("en", "badges");
  const { id } = await plant(["Åsa Öberg", "Γιώργος Παπαδόπουλος", "Łukasz Szczęśniewski", "王小明"]);
  await signInAs(page, "Ingrid");
  await page.goto(`/en/organize/events/${id}/badges`);
  await expectAccessible(page);
  await expect(page.getByText(b("unprintable", { count: 1 }))).toBeVisible();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: b("print", { count: 3 }) }).click();
  const file = fs.readFileSync(await (await saved).path());
  expect(file.subarray(0, 5).toString()).toBe("%PDF-");
  await expect(page.getByText(b("done", { count: 3 }))).toBeVisible();
  await expect(page.getByText(b("number", { number: 1 }))).toHaveCount(3);

  await page.getByRole("checkbox", { name: "Åsa Öberg" }).check();
  await expect(page.getByText(b("consequence", { firsts: 0, reprints: 1 }))).toBeVisible();
  await page.getByRole("button", { name: b("print", { count: 1 }) }).click();
  await expect(page.getByLabel(b("reason"))).toBeFocused();
  await page.getByLabel(b("reason")).fill("Lost at the hotel");
  const again = page.waitForEvent("download");
  await page.getByRole("button", { name: b("print", { count: 1 }) }).click();
  await again;
  await expect(page.getByText("(Lost at the hotel)")).toBeVisible();
  await expectAccessible(page);
});

test("people are checked in without a network, and it is merged when the network is back", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const { id, ids } = await plant(["Ada Berg", "Bo Lund", "Cia Strand", "Dag Holm"]);

  await test.step("the door finds its way from the dashboard, and sees no list of participants", async () => {
    await signInAs(page, "Tomás");
    await page.goto(`/en/organize/events/${id}/attendance`);
    await expectAccessible(page);
    await expect(page.getByRole("link", { name: "Participants" })).toHaveCount(0);
    for (const room of ["participants", `participants/${ids[0]}`, "participants/export", "badges", "history"])
      expect((await page.request.get(`/en/organize/events/${id}/${room}`)).status(), room).toBe(404);
    expect((await page.request.get("/en/organize/history")).status()).toBe(404);
    await page.getByRole("link", { name: t("open") }).click();
    await expect(page).toHaveURL(new RegExp(`${id}/door$`));
  });

  await test.step("online, who comes is in at once", async () => {
    await stand(page, id);
    await page.getByLabel(t("device.name")).fill("North");
    await expect(inOf(page, 0)).toBeVisible();
    await checkIn(page, "Ada Berg");
    await expect(inOf(page, 1)).toBeVisible();
    await expect(page.getByText("Blue", { exact: true })).toBeVisible();
    await expect(page.getByText("Said to the door")).toBeVisible();
    await expect(page.getByText("Said to the secretariat")).toHaveCount(0);
    await expectAccessible(page);
    const { readable, exported, ...counts } = await kept(page);
    expect(counts).toEqual({ known: 1, keys: 1, queue: 0 });
    expect(readable).not.toContain("Ada");
    expect(exported).toBeNull();
    expect(await page.content()).not.toContain("A need for nobody");
  });

  await test.step("offline it goes on, says what it cannot know, and survives a reload", async () => {
    await context.setOffline(true);
    await checkIn(page, "Bo Lund");
    await expect(page.getByText(t("waiting", { count: 1 }))).toBeVisible();
    await expect(page.getByText(t("cannot.doors"))).toBeVisible();
    await page.reload();
    await expect(inOf(page, 2)).toBeVisible();
    await expect(page.getByText(t("waiting", { count: 1 }))).toBeVisible();
    await checkIn(page, "Cia Strand");
    await expect(page.getByText(t("waiting", { count: 2 }))).toBeVisible();
    await expectAccessible(page);
  });

  const other = await browser.newContext({ baseURL, viewport: page.viewportSize() });
  const south = await other.newPage();
  await test.step("another door checks one of them in meanwhile", async () => {
    await signInAs(south, "Ingrid");
    await stand(south, id);
    await south.getByLabel(t("device.name")).fill("South");
    await checkIn(south, "Bo Lund");
    await expect(inOf(south, 2)).toBeVisible();
  });

  await test.step("with the network back everything is merged, once, and the conflict is shown at both doors", async () => {
    await context.setOffline(false);
    await expect(page.getByText(t("online"))).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText(t("waiting", { count: 2 }))).toHaveCount(0);
    await expect(inOf(page, 3)).toBeVisible();
    for (const at of [page, south]) {
      const odd = at.getByRole("listitem").filter({ hasText: t("conflicts.already_in") });
      await expect(odd).toContainText("Bo Lund", { timeout: 20_000 });
    }
    await expect(inOf(south, 3)).toBeVisible();
    const sql = database();
    const rows = await sql`
      select p.name, c.device, c.offline, c.conflict from check_ins c join participations p on p.id = c.participation_id
      where c.event_id = ${id} order by p.name, c.offline`;
    await sql.end();
    expect(rows.map(({ name, device, offline }) => [name, device, offline])).toEqual([
      ["Ada Berg", "North", false],
      ["Bo Lund", "South", false],
      ["Bo Lund", "North", true],
      ["Cia Strand", "North", true],
    ]);
    expect(rows.map(({ conflict }) => conflict)).toEqual(["", "", "already_in", ""]);
  });

  await test.step("a check-in is taken back, and the office sees the day", async () => {
    await find(south, "Ada Berg");
    await south.getByRole("button", { name: t("undo") }).click();
    await expect(inOf(south, 2)).toBeVisible();
    await expect(south.getByText(t("waiting", { count: 1 }))).toHaveCount(0);
    await south.goto(`/en/organize/events/${id}/attendance`);
    await expect(south.getByText(t("inOf", { present: 2, expected: 4 }))).toBeVisible();
    await expectAccessible(south);
    const csv = await (await south.request.get(`/en/organize/events/${id}/attendance/export`)).text();
    expect(csv).toContain(t("conflicts.already_in"));
    expect(csv.trim().split("\r\n")).toHaveLength(5);
  });

  await test.step("whoever signs out leaves nobody behind on the device", async () => {
    await page.getByRole("link", { name: t("leave") }).click();
    await page.locator("summary").filter({ hasText: "Tomás" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/en$/);
    expect(await kept(page)).toMatchObject({ known: 0, keys: 0, queue: 0 });
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    await page.goto(`/en/organize/events/${id}/door`);
    await expect(page).toHaveURL(/sign-in/);
  });
  await other.close();
});

test("a badge is read by the camera, and known as void when another is printed", async ({
  baseURL,
}, info) => {
  const { token: code } = newToken();
  const { id, ids } = await plant(["Ada Berg", "Bo Lund", "Cia Strand", "Dag Holm"], code);
  const film = info.outputPath("badge.y4m");
  filmBadge(code, film);
  const browser = await chromium.launch({
    ...info.project.use.launchOptions,
    args: [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  const context: BrowserContext = await browser.newContext({ baseURL, viewport: info.project.use.viewport });
  const page = await context.newPage();
  await signInAs(page, "Tomás");
  await stand(page, id);
  await page.getByRole("button", { name: t("scan") }).click();
  await expect(page.getByRole("heading", { name: "Ada Berg" })).toBeVisible();
  const sent = page.waitForResponse(/\/door\/sync/);
  await page.getByRole("button", { name: t("checkIn"), exact: true }).click();
  await sent;
  await expect(inOf(page, 1)).toBeVisible();
  const sql = database();
  await sql`update badges set voided_at = now() where event_id = ${id}`;
  await sql`
    insert into badges (participation_id, event_id, number, code_hash, printed_at, printed_by_name, reason)
    values (${ids[0] ?? ""}, ${id}, 2, ${hashOf(newToken().token)}, now(), 'A test', 'Lost')`;
  await sql.end();
  // Until the list has come anew, the door knows the badge as it was.
  const list = page.waitForResponse(/\/door\/list/);
  await page.reload();
  await list;
  await expect(inOf(page, 1)).toBeVisible();
  await page.getByRole("button", { name: t("scan") }).click();
  await expect(page.getByText(t("obstacles.void_badge"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("checkIn"), exact: true })).toHaveCount(0);
  await browser.close();
});

test("what a door sends is taken from its own page only", async ({ page, baseURL }) => {
  const { id, ids } = await plant(["Ada Berg"]);
  const now = clock().toISOString();
  const scan = {
    nonce: crypto.randomUUID(),
    kind: "in",
    participationId: ids[0],
    badge: null,
    at: now,
    offline: false,
  };
  const data = { device: "", sentAt: now, scans: [scan] };
  const sync = `/en/organize/events/${id}/door/sync`;
  const post = async (headers: Record<string, string>, body: unknown = data) =>
    (await page.request.post(sync, { data: body, headers })).status();
  expect(await post({ origin: baseURL ?? "" })).toBe(401);
  await signInAs(page, "Tomás");
  expect(await post({})).toBe(403);
  expect(await post({ origin: "https://evil.example" })).toBe(403);
  expect(await post({ origin: baseURL ?? "", "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await post({ origin: baseURL ?? "", "content-type": "text/plain" })).toBe(403);
  expect(await post({ origin: baseURL ?? "" }, { ...data, scans: [{ ...scan, kind: "out" }] })).toBe(400);
  expect(await post({ origin: baseURL ?? "" })).toBe(200);
  await page.context().clearCookies();
  await signInAs(page, "Elin");
  expect(await post({ origin: baseURL ?? "" })).toBe(403);
  expect((await page.request.get(`/en/organize/events/${id}/door/list`)).status()).toBe(403);
  expect((await page.request.get(`/en/organize/events/${id}/door`)).status()).toBe(404);
});

test("the door speaks Swedish, and only its page may use the camera", async ({ page }) => {
  const s = words("sv", "door");
  const { id } = await plant(["Ada Berg", "Bo Lund", "Cia Strand", "Dag Holm"]);
  await signInAs(page, "Tomás", "sv");
  const door = await page.goto(`/sv/organize/events/${id}/door`);
  expect(door?.headers()["permissions-policy"]).toContain("camera=(self)");
  await expect(page.getByText(s("inOf", { present: 0, expected: 4 }))).toBeVisible();
  await expect(page.getByRole("button", { name: s("scan") })).toBeVisible();
  await page.getByText(s("device.title"), { exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: s("device.forget") }).click();
  await expect(page.getByText(s("trouble.forgotten"))).toBeVisible();
  expect(await kept(page)).toMatchObject({ known: 0, keys: 0 });
  const manifest = await page.request.get(`/sv/organize/events/${id}/door/manifest.webmanifest`);
  expect(await manifest.json()).toMatchObject({ lang: "sv", scope: `/sv/organize/events/${id}/door` });
  const office = await page.goto(`/sv/organize/events/${id}/attendance`);
  expect(office?.headers()["permissions-policy"]).toContain("camera=()");
  await expectAccessible(page);
});
