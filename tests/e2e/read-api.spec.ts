import { words } from "@/lib/i18n/words";
import { expectAccessible } from "../support/axe";
import { expect, test } from "../support/watched";

test("programs read what is public, as it is described", async ({ page, request, baseURL }) => {
  const list = await request.get("/api/v1/announcements?perPage=2");
  expect(list.status()).toBe(200);
  const headers = list.headers();
  expect(headers["access-control-allow-origin"]).toBe("*");
  expect(headers["cache-control"]).toBe("no-cache");
  expect(headers.link).toContain(`${baseURL}/api/v1/announcements?perPage=2&page=2`);
  const etag = headers.etag ?? "";
  expect((await request.get(list.url(), { headers: { "if-none-match": etag } })).status()).toBe(304);
  const head = await request.head("/api/v1/announcements?perPage=2");
  expect([head.status(), head.headers().etag]).toEqual([200, etag]);
  const asked = await request.fetch("/api/v1/members", { method: "OPTIONS" });
  expect([asked.status(), asked.headers()["access-control-allow-origin"]]).toEqual([204, "*"]);
  expect((await request.post("/api/v1/members")).status()).toBe(405);
  const failures = { "/api/v1/members?asOf=soon": 400, "/api/v1/members/none": 404, "/api/v1/none": 404 };
  for (const [address, status] of Object.entries(failures)) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(status);
    expect(answer.headers()["content-type"], address).toBe("application/problem+json");
  }
  const document = await (await request.get("/api/v1/openapi.json")).json();
  expect(Object.keys(document.paths)).toContain("/announcements/{id}");

  for (const locale of ["en", "sv"] as const) {
    await page.goto(`/${locale}`);
    await page
      .getByRole("contentinfo")
      .getByRole("link", { name: words(locale, "layout.footer")("api") })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words(locale, "api")("title"));
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
});

test("each public thing has a picture in the language of its page, and what is not public has none", async ({
  page,
  request,
}) => {
  for (const kind of ["announcements", "events", "statements", "members"]) {
    const { data } = await (await request.get(`/api/v1/${kind}?perPage=1`)).json();
    const [one] = data;
    const urls: string[] = one.url
      ? Object.values(one.url)
      : Object.values<{ url: string }>(one.editions).map((e) => e.url);
    for (const url of urls) {
      await page.goto(url);
      const picture = await page.locator("meta[property='og:image']").getAttribute("content");
      expect(picture).toBe(`${url}/share.png`);
      expect(await page.locator("meta[property='og:image:alt']").getAttribute("content")).not.toBe("");
      const answer = await request.get(picture ?? "");
      expect(answer.headers()["content-type"]).toBe("image/png");
      const bytes = await answer.body();
      // The size is in the first chunk of a PNG.
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  }
  for (const folder of ["news", "events", "statements", "members"]) {
    const answer = await request.get(`/en/${folder}/nothing-of-the-kind/share.png`);
    expect([answer.status(), answer.headers()["cache-control"]]).toEqual([404, "no-store"]);
  }
});
