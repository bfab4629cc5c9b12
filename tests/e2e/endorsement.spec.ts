import { now } from "@/lib/clock";
import { addDays, dayIn } from "@/lib/time";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const yesterday = () => addDays(dayIn(now(), "UTC"), -2);

test("a focal point reserves at the desk, the secretariat verifies, and the public reads it as of two days", async ({
  page,
  browser,
  baseURL,
}, { project }) => {
  test.setTimeout(120_000);
  // Each width its own statement and language: both run on one stage.
  const [locale, address] =
    project.name === "wide"
      ? (["en", "joint-leaders-statement-2023"] as const)
      : (["sv", "summit-statement-2022"] as const);
  const t = wordsIn(locale);
  const words = `We read this for ${project.name} as a goal, not a duty.`;
  const context = () => browser.newContext({ baseURL, viewport: page.viewportSize() });
  const guest = await (await context()).newPage();
  const kind = t.enums("positionKind.endorses_with_reservation");
  // The workspace names a statement by its authentic title.
  await guest.goto(`/en/statements/${address}`);
  const authentic = (await guest.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await guest.goto(`/${locale}/statements/${address}`);
  const title = (await guest.getByRole("heading", { level: 1 }).textContent()) ?? "";

  await test.step("the focal point gives a reservation with evidence", async () => {
    await signInAs(page, "Karin", locale);
    await page.goto(`/${locale}/desk`);
    const all = page.locator("details").filter({ hasText: title });
    if (await all.count()) await all.first().locator("summary").first().click();
    await page.getByRole("link", { name: title }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expectAccessible(page);
    const form = page.locator("form").filter({ has: page.getByLabel(t.positions("form.givenOn")) });
    await form.getByLabel(t.positions("form.kind")).selectOption("endorses_with_reservation");
    await form.locator('input[name="paragraphIds"]').nth(1).check();
    await form.getByLabel(t.positions("form.text")).fill(words);
    await form.getByLabel(t.positions("form.authority")).fill("Anna Holm, Minister for Climate");
    await form.locator('input[type="file"]').setInputFiles({
      name: "letter.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
    });
    await form.getByRole("button").last().click();
    await expect(page.getByText(t.positions("desk.state.to_verify"))).toBeVisible();
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await guest.reload();
    await expect(guest.getByText(words)).toHaveCount(0);
  });

  await test.step("the secretariat verifies it", async () => {
    const office = await (await context()).newPage();
    await signInAs(office, "Ravi", locale);
    await office.goto(`/${locale}/organize/statements`);
    await office.getByRole("link", { name: authentic }).first().click();
    await office.getByRole("link", { name: t.statements("tabs.endorsements"), exact: true }).click();
    await expect(office.getByText(words)).toBeVisible();
    await expectAccessible(office);
    await office
      .getByRole("button", { name: new RegExp(`^${t.positions("verify.confirm")} (?!inte )`) })
      .click();
    await expect(office.getByRole("cell", { name: kind })).toBeVisible();
    const file = office.waitForEvent("download");
    await office.getByRole("link", { name: t.positions("exportAll") }).click();
    expect((await file).suggestedFilename()).toContain("endorsements.csv");
  });

  await test.step("the public reads it with the text, and as of an earlier day does not", async () => {
    await guest.reload();
    await expect(guest.getByText(words)).toBeVisible();
    await expectAccessible(guest);
    await guest.goto(`/${locale}/statements/${address}?asOf=${yesterday()}`);
    await expect(guest.getByText(words)).toHaveCount(0);
    const answer = await guest.request.get(`/${locale}/statements/${address}.json`);
    const told = await answer.json();
    expect(JSON.stringify(told.endorsements.list)).toContain(words);
    const again = await guest.request.get(`/${locale}/statements/${address}.json`, {
      headers: { "if-none-match": answer.headers().etag ?? "" },
    });
    expect(again.status()).toBe(304);
    const before = await guest.request.get(`/${locale}/statements/${address}.json?asOf=${yesterday()}`);
    expect(JSON.stringify(await before.json())).not.toContain(words);
  });
});
