import { expectAccessible } from "../support/axe";
import { plantPublicAnnouncement } from "../support/plant-public-announcement";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

for (const locale of ["en", "sv"] as const) {
  test(`a search is narrowed by its address alone, in ${locale}`, async ({ page }) => {
    const t = wordsIn(locale);
    await page.goto(`/${locale}/search?q=${locale === "en" ? "industry" : "industri"}`);
    const narrow = page.getByRole("navigation", { name: t.search("narrow") });
    await narrow
      .locator("summary")
      .filter({ hasText: t.search("facets.kind") })
      .click();
    const events = narrow.getByRole("link", { name: new RegExp(`^${t.search("kinds.event")} \\(\\d+\\)$`) });
    const count = Number(/\d+/.exec((await events.textContent()) ?? "")?.[0]);
    await events.click();
    await expect(page).toHaveURL(/[?&]kind=event/);
    await expect(events).toHaveAttribute("aria-current", "true");
    const found = page.getByRole("main").getByRole("heading", { level: 3 });
    await expect(found).toHaveCount(Math.min(count, 20));
    await expect(page.getByRole("main").locator("mark").first()).toBeVisible();
    const phase = page
      .getByRole("listitem")
      .getByText(locale === "en" ? "Phase 1" : "Fas 1", { exact: true });
    await expect(phase.first()).toBeVisible();
    await expectAccessible(page, ["light"]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await narrow.getByRole("link", { name: t.search("any") }).click();
    await expect(page).not.toHaveURL(/kind=/);
    await page.goto(`/${locale}/search?q=industri&year=x&tag=&member=%27&kind=nothing&page=-1`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.search("title"));
  });
}

test("what is public is found without script, without its accents and inside of words, and not once it is taken back", async ({
  browser,
  baseURL,
}, { project, retry }) => {
  const plain = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await plain.newPage();
  const word = `Förädlings${project.name}${retry || ""}verket`;
  const piece = await plantPublicAnnouncement(`found-${project.name}${retry || ""}`, `${word} opens`);
  const link = page.getByRole("main").getByRole("link", { name: new RegExp(word) });
  for (const q of [word, word.normalize("NFD").replace(/\p{M}/gu, ""), word.slice(6)]) {
    await page.goto(`/en/search?q=${encodeURIComponent(q)}`);
    await expect(link).toBeVisible();
  }
  await piece.withdraw();
  await page.reload();
  await expect(link).toHaveCount(0);
  await plain.close();
});
