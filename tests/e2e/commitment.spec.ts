import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

test("a commitment is entered from a statement, published, reported on, found, and taken back", async ({
  page,
  browser,
  baseURL,
}, { project, retry }) => {
  test.setTimeout(120_000);
  const locale = project.name === "wide" ? "en" : "sv";
  const { commitments: t, enums } = wordsIn(locale);
  const mark = `${project.name}${retry || ""}`;
  const title = `We build a plant of ${mark}worth.`;
  const [owner, slug] = locale === "en" ? ["Finland", "finland"] : ["Japan", "japan"];
  const guest = await (await browser.newContext({ baseURL, viewport: page.viewportSize() })).newPage();
  const member = `/${locale}/members/${slug}`;
  const look = async (at: typeof page) => {
    await expectAccessible(at);
    expect(await at.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  };

  await test.step("entered, with the paragraph it comes from", async () => {
    await signInAs(page, "Elin", locale);
    await page.goto(`/${locale}/organize/commitments/new`);
    await look(page);
    for (const lang of ["en", "sv"])
      await page
        .getByLabel(`${t("form.title")}, ${enums(`locale.${lang as "en"}`)}`, { exact: true })
        .fill(title);
    await page.getByLabel(t("form.statement")).selectOption({ label: "LeadIT Summit Statement 2022" });
    await page.getByLabel(t("form.paragraph")).fill("9");
    await page.getByLabel(t("form.madeOn")).fill("2022-11-15");
    await page.getByLabel(t("form.dueOn")).fill("2022-01-01");
    await page.getByLabel(owner, { exact: true }).check();
    await page.getByRole("button", { name: t("form.create") }).click();
    await expect(page.getByText(wordsIn(locale).validation("endsBeforeStart")).first()).toBeVisible();
    await page.getByLabel(t("form.dueOn")).fill("2040-12-31");
    await page.getByRole("button", { name: t("form.create") }).click();
    await expect(
      page.getByText(wordsIn(locale).refusals("no_such_paragraph", { paragraph: "9" })),
    ).toBeVisible();
    await page.getByLabel(t("form.paragraph")).fill("2");
    await page.getByRole("button", { name: t("form.create") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await look(page);
    await guest.goto(member);
    await expect(guest.getByText(title)).toHaveCount(0);
  });

  const address = page.url();
  await test.step("published by an organizer, and reported on", async () => {
    await page.context().clearCookies();
    await signInAs(page, "Ravi", locale);
    await page.goto(address);
    await page.getByRole("button", { name: t("publish.button") }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByText(owner)).toBeVisible();
    await dialog.getByRole("button", { name: t("publish.button") }).click();
    await expect(dialog).toHaveCount(0);
    await page.getByText(t("report.new")).click();
    await page.getByLabel(t("report.meeting")).selectOption({
      label: locale === "en" ? "LeadIT Summit 2024" : "LeadIT-toppmötet 2024",
    });
    await page.getByLabel(t("report.progress")).selectOption("limited");
    await page.getByRole("button", { name: t("report.button") }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Ravi" }).first()).toBeVisible();
    await look(page);
  });

  await test.step("read on the member's page, and found", async () => {
    await guest.reload();
    const item = guest.getByRole("listitem").filter({ hasText: title }).first();
    await expect(item.getByText(enums("commitmentStanding.limited")).first()).toBeVisible();
    await expect(item.getByText(t("paragraphNumber", { reference: "2" }))).toBeVisible();
    await look(guest);
    await guest.goto(`/${locale}/search?q=${mark}worth`);
    await guest.getByRole("link", { name: title }).click();
    await expect(guest).toHaveURL(new RegExp(`${member}#commitment-`));
    await expect(item).toBeInViewport();
  });

  await test.step("and taken back, is nowhere", async () => {
    await page.getByRole("button", { name: t("withdraw.button") }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByLabel(t("withdraw.reason")).fill("Entered for another.");
    await dialog.getByRole("button", { name: t("withdraw.button") }).click();
    await expect(dialog).toHaveCount(0);
    await guest.goto(member);
    await expect(guest.getByText(title)).toHaveCount(0);
    await guest.goto(`/${locale}/search?q=${mark}worth`);
    await expect(guest.getByRole("link", { name: title })).toHaveCount(0);
    await page.goto(`/${locale}/organize/commitments`);
    await expect(page.getByRole("link", { name: title })).toBeVisible();
    await look(page);
  });
});
