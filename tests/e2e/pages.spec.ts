import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { roomsOf } from "../support/rooms";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const publicPages = [
  "",
  "/events",
  "/events/summit-2022",
  "/events/itd-stockholm-2022",
  "/statements",
  "/statements/summit-statement-2022",
  "/members",
  "/members/sweden",
  "/news",
  "/news/japan-and-south-africa-join",
  "/search?q=industry",
  "/sign-in",
];
/** What following the links through the workspace must at least come to; what is added to it is found by itself. */
const workspace = [
  "",
  "/events",
  "/events/new",
  "/events/#",
  "/events/#/agenda",
  "/events/#/agenda/#",
  "/events/#/agenda/checks",
  "/events/#/agenda/new",
  "/events/#/agenda/releases",
  "/events/#/edit",
  "/events/#/history",
  "/events/#/participants",
  "/events/#/participants/#",
  "/events/#/participants/new",
  "/statements",
  "/statements/new",
  "/statements/#",
  "/statements/#/text/en",
  "/statements/#/text/sv",
  "/statements/#/brackets",
  "/statements/#/compare",
  "/statements/#/adoption",
  "/statements/#/endorsements",
  "/statements/#/publication",
  "/statements/#/history",
  "/members",
  "/organisations/new",
  "/organisations/#",
  "/people",
  "/people/new",
  "/people/#",
  "/people/offices",
  "/people/offices/new",
  "/people/offices/#",
  "/announcements",
  "/announcements/new",
  "/announcements/#",
  "/announcements/#/text/en",
  "/announcements/#/text/sv",
  "/announcements/#/preview/en",
  "/announcements/#/publication",
  "/announcements/#/history",
  "/media",
  "/mails",
  "/mails/#",
  "/team",
  "/history",
  "/settings",
];

/** Whether a page is wider than the window. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Registers somebody for the open dialogue, so that there is a mail to look at. */
async function register(page: Page, locale: "en" | "sv") {
  const t = wordsIn(locale);
  await page.goto(`/${locale}/events`);
  const dialogue = await page.locator("a[href*='/events/dialogue-on-demand-']").first().getAttribute("href");
  await page.goto(`${dialogue}/register`);
  await page.getByLabel(t.registration("name"), { exact: true }).fill("Rooms Visitor");
  await page.getByLabel(t.registration("email")).fill("rooms.visitor@example.org");
  await page.getByRole("button", { name: t.registration("send") }).click();
  await expect(page.getByText(t.registration("outcome.approved"))).toBeVisible();
}

for (const locale of ["en", "sv"] as const) {
  for (const path of publicPages) {
    test(`/${locale}${path} reads without script and is accessible`, async ({ page, browser, baseURL }) => {
      const response = await page.goto(`/${locale}${path}`);
      expect(response?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      expect(await sideways(page), "scrolls sideways").toBe(false);
      const still = await browser.newContext({ baseURL, javaScriptEnabled: false });
      const quiet = await still.newPage();
      await quiet.goto(`/${locale}${path}`);
      const [with_, without] = [
        await page.getByRole("main").innerText(),
        await quiet.getByRole("main").innerText(),
      ];
      expect(without.length).toBeGreaterThan(with_.length * 0.9);
      expect(await still.cookies()).toEqual([]);
      await still.close();
    });
  }

  test(`every room of the workspace is accessible in ${locale}`, async ({ page }, { project }) => {
    test.setTimeout(600_000);
    await register(page, locale);
    await signInAs(page, "Alma", locale);
    const rooms = await roomsOf(page.request, locale);
    expect([...rooms.keys()]).toEqual(expect.arrayContaining(workspace));
    const sorted = [...rooms].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [index, [kind, address]] of sorted.entries()) {
      const response = await page.goto(address);
      expect(response?.status(), kind).toBe(200);
      expect(response?.headers()["cache-control"], kind).toContain("no-store");
      await expect(page.getByRole("heading", { level: 1 }), kind).toHaveCount(1);
      expect(await sideways(page), `${kind} scrolls sideways`).toBe(false);
      // To save time axe looks at a room once at either width: in light and English at one, in dark and Swedish at the other.
      const turn = (project.name === "wide") === (index % 2 === 0) ? "en" : "sv";
      if (locale === turn) await expectAccessible(page, [locale === "en" ? "light" : "dark"]);
    }
  });

  test(`the desk is accessible in ${locale}`, async ({ page }) => {
    await signInAs(page, "Karin", locale);
    await expectAccessible(page);
    expect(await sideways(page), "scrolls sideways").toBe(false);
    expect((await page.goto(`/${locale}/organize`))?.status()).toBe(404);
  });
}

test("the agenda's times are told in the reader's own zone, which is named", async ({ browser, baseURL }) => {
  const far = await browser.newContext({ baseURL, timezoneId: "Asia/Kolkata" });
  const page = await far.newPage();
  await page.goto("/en/events");
  await page.locator("a[href*='/en/events/summit-']").first().click();
  const first = page.locator("li[id^='item-'] time").first();
  await expect(page.getByText("Times in Europe/Stockholm")).toBeVisible();
  await expect(first).toContainText(/^09:00–/);
  await page.getByLabel("Where I am").check();
  // As the browser names it, which may be the zone's older name.
  await expect(page.getByText(/^Times in Asia\/(?:Kolkata|Calcutta)$/)).toBeVisible();
  await expect(page.getByText("Times in Europe/Stockholm")).toHaveCount(0);
  await expect(first).toContainText(/^(?:12|13):30–/);
  await far.close();
});

test("private pages send whoever is not signed in to sign in, and bring them back", async ({ page }) => {
  await page.goto("/en/organize/team");
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  await page.getByRole("button", { name: /Alma/ }).click();
  await expect(page).toHaveURL(/\/en\/organize\/team$/);
});

test("signing out ends the session on the server", async ({ page, context }) => {
  await signInAs(page, "Alma");
  const kept = await context.cookies();
  await page.locator("summary").filter({ hasText: "Alma" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/en$/);
  await context.addCookies(kept);
  await page.goto("/en/organize");
  await expect(page).toHaveURL(/sign-in/);
});

test("a stranger who asks for a link learns nothing of who has an account", async ({ browser, baseURL }) => {
  const still = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await still.newPage();
  const answers = [];
  for (const email of ["tomas.ferreira@secretariat.example.org", "nobody@example.org"]) {
    await page.goto("/en/sign-in");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    answers.push(await page.getByRole("main").innerText());
  }
  expect(answers[0]).toBe(answers[1]);
  await still.close();
});

for (const locale of ["en", "sv"] as const) {
  test(`the list of participants is public as it was published, in ${locale}`, async ({ page, context }) => {
    await page.goto(`/${locale}/events`);
    const event = await page.locator(`a[href^="/${locale}/events/summit-20"]`).first().getAttribute("href");
    await page.goto(event ?? "");
    await page.locator(`a[href="${event}/participants"]`).click();
    await expect(page).toHaveURL(`${event}/participants`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${event}/participants?version=1`);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    for (const none of ["version=2", "version=0", "version=x"])
      expect((await page.goto(`${event}/participants?${none}`))?.status(), none).toBe(404);
    expect(await context.cookies()).toEqual([]);
    expect(await (await page.goto("/sitemap.xml"))?.text()).toContain(`${event}/participants<`);
  });

  test(`an event's figures, people and public list are accessible in ${locale}`, async ({ page }) => {
    test.setTimeout(180_000);
    await signInAs(page, "Ravi", locale);
    await page.goto(`/${locale}/organize/events`);
    const summit = page.getByRole("link", { name: /LeadIT.* 20(2[6-9]|[3-9]\d)$/ }).first();
    const event = await summit.getAttribute("href");
    for (const path of ["", "/participants", "/participants?state=submitted,approved&listed=yes", "/list"]) {
      expect((await page.goto(`${event}${path}`))?.status(), path).toBe(200);
      if (path.startsWith("/participants")) await page.locator("main details > summary").first().click();
      await expectAccessible(page);
    }
  });
}
