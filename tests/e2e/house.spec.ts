import { expectAccessible } from "../support/axe";
import { expect, test } from "../support/watched";

for (const locale of ["en", "sv"]) {
  test(`the start page in ${locale} is whole, accessible and sets no cookie`, async ({ page, context }) => {
    const response = await page.goto(`/${locale}`);
    expect(response?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.getByRole("main")).toBeVisible();
    await expectAccessible(page);
    expect(await context.cookies()).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(sideways, "scrolls sideways").toBe(false);
  });

  test(`an address that leads nowhere says so in ${locale}`, async ({ page }) => {
    const response = await page.goto(`/${locale}/nowhere/at/all`);
    expect(response?.status()).toBe(404);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expectAccessible(page);
  });
}

test("an address that cannot be read is refused with a page", async ({ page }) => {
  const response = await page.goto("/sv/%E0%A4%A");
  expect(response?.status()).toBe(400);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Förfrågan går inte att läsa");
  await expectAccessible(page);
});

test("hostile posts to a page are refused, not failed", async ({ request }) => {
  const action = { "next-action": "60ffffffffffffffffffffffffffffffffffffffff" };
  const form = "multipart/form-data; boundary=x";
  const posts = [
    { headers: action, data: "[]" },
    { headers: { ...action, "content-type": form }, data: "garbage" },
    { headers: { "content-type": form }, data: "garbage" },
    { headers: { "content-type": "multipart/form-data" }, data: "garbage" },
    { headers: { "content-type": "text/plain" }, data: "x".repeat(10_000_000) },
  ];
  for (const post of posts) {
    const status = (await request.post("/en", post)).status();
    expect(status, JSON.stringify(post.headers)).toBeGreaterThanOrEqual(400);
    expect(status, JSON.stringify(post.headers)).toBeLessThan(500);
  }
});

test("has an icon and a picture for those who share it", async ({ page, request, baseURL }) => {
  for (const [address, type] of [
    ["/icon.svg", "image/svg+xml"],
    ["/favicon.ico", "image/x-icon"],
    ["/opengraph-image.png", "image/png"],
  ] as const) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    expect(response.headers()["content-type"], address).toBe(type);
  }
  await page.goto("/sv/events/summit-2022");
  await expect(page.locator("link[rel=icon][href*='icon.svg']")).toHaveCount(1);
  const picture = page.locator("meta[property='og:image']");
  await expect(picture).toHaveAttribute("content", `${baseURL}/sv/events/summit-2022/share.png`);
  await page.goto("/sv/events");
  await expect(picture).toHaveAttribute("content", `${baseURL}/opengraph-image.png`);
});

test("answers about its health", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect(await (await request.get("/readyz")).json()).toEqual({
    ready: true,
    database: true,
    overdueJobs: 0,
    lateReleases: 0,
  });
});
