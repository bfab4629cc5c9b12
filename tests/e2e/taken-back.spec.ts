import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

test("a withdrawn statement stays readable with its notice, and is on no list", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const t = wordsIn("en");
  const address = "/en/statements/mission-statement-2024-2026";
  const guest = await (await browser.newContext({ baseURL })).newPage();
  await guest.goto(address);
  const title = (await guest.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await signInAs(page, "Ravi", "en");
  await page.goto("/en/organize/statements");
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("link", { name: t.statements("tabs.publication"), exact: true }).click();
  for (const language of [t.enums("locale.en"), t.enums("locale.sv")]) {
    await page.getByRole("button", { name: t.statements("withdraw.button", { language }) }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByLabel(t.statements("publishing.kind")).selectOption("withdrawn");
    await dialog.getByLabel(t.statements("withdraw.reason")).fill("It was overtaken by events.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: t.statements("withdraw.confirm") }).click();
    await expect(dialog).toHaveCount(0);
  }
  await guest.goto(address);
  await expect(guest.getByText("It was overtaken by events.")).toBeVisible();
  await expectAccessible(guest);
  for (const list of ["/en/statements", "/en/feed.xml", "/sitemap.xml"]) {
    const answer = await guest.request.get(list);
    expect(await answer.text()).not.toContain("mission-statement-2024-2026");
  }
});
