import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";

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
const workspace = [
  "",
  "/events",
  "/events/new",
  "/statements",
  "/statements/new",
  "/members",
  "/people",
  "/mails",
  "/team",
  "/history",
  "/settings",
];

for (const locale of ["en", "sv"] as const) {
  for (const path of publicPages) {
    test(`/${locale}${path} reads without script and is accessible`, async ({ page, browser, baseURL }) => {
      const response = await page.goto(`/${locale}${path}`);
      expect(response?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(sideways, "scrolls sideways").toBe(false);
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

  test(`every room of the workspace is accessible in ${locale}`, async ({ page }) => {
    test.setTimeout(180_000);
    await signInAs(page, "Alma", locale);
    for (const path of workspace) {
      const response = await page.goto(`/${locale}/organize${path}`);
      expect(response?.status(), path).toBe(200);
      expect(response?.headers()["cache-control"], path).toContain("no-store");
      await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
      await expectAccessible(page);
    }
  });

  test(`the desk is accessible in ${locale}`, async ({ page }) => {
    await signInAs(page, "Karin", locale);
    await expectAccessible(page);
    expect((await page.goto(`/${locale}/organize`))?.status()).toBe(404);
  });
}

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

test("a program that registers again and again is slowed down, and a stranger learns nothing", async ({
  browser,
  baseURL,
}) => {
  const still = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await still.newPage();
  await page.goto("/en/sign-in");
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
