import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

for (const locale of ["en", "sv"] as const) {
  test(`a new member, from the directory's entry to the public's reading, in ${locale}`, async ({
    page,
    browser,
    baseURL,
  }, { project, retry }) => {
    test.setTimeout(120_000);
    const t = wordsIn(locale);
    const name = `Journey Works ${project.name}${retry || ""} ${locale}`;
    const visitor = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const guest = await visitor.newPage();

    await test.step("the secretariat enters the company and a membership that is to be announced", async () => {
      await signInAs(page, "Ravi", locale);
      await page.goto(`/${locale}/organize/organisations/new`);
      await page.getByLabel(t.organisations("kind")).selectOption("company");
      const names = page.getByRole("group", { name: t.organisations("name"), exact: true });
      await names.getByRole("textbox").first().fill(name);
      await page.getByLabel(t.enums("sector.steel"), { exact: true }).check();
      await expectAccessible(page);
      await page.getByRole("button", { name: t.organisations("create") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
      await page
        .locator("summary")
        .filter({ hasText: t.members("add") })
        .click();
      const form = page.locator("form").filter({ has: page.getByLabel(t.members("joinedOn")) });
      await form.getByLabel(t.members("joinedOn")).fill("2026-01-15");
      await form.getByRole("button", { name: t.members("save") }).click();
      await expect(page.getByText(t.enums("publicationState.draft")).first()).toBeVisible();
    });

    await test.step("it is announced, and only then does the public know", async () => {
      await page.goto(`/${locale}/organize/announcements/new`);
      await page.getByLabel(t.announcements("form.kind")).selectOption("new_member");
      await page.getByLabel(name).check();
      await expectAccessible(page);
      await page.getByRole("button", { name: t.announcements("form.begin") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
      await expectAccessible(page);
      await guest.goto(`/${locale}/search?q=${encodeURIComponent(name)}`);
      await expect(guest.getByRole("main").getByRole("link", { name })).toHaveCount(0);
      const language = t.enums(`locale.${locale}`);
      await page.getByRole("link", { name: t.announcements("tabs.review"), exact: true }).click();
      const text = page.getByRole("region", { name: language, exact: true });
      await text.getByRole("button", { name: t.announcements("review.submit") }).click();
      await expect(text.getByText(t.announcements("review.own"))).toBeVisible();
      const second = await browser.newContext({ baseURL, viewport: page.viewportSize() });
      const colleague = await second.newPage();
      await signInAs(colleague, "Elin", locale);
      await colleague.goto(page.url());
      await colleague.getByRole("button", { name: t.announcements("review.approve") }).click();
      await expect(
        colleague.getByText(t.announcements("review.state.approved"), { exact: true }).first(),
      ).toBeVisible();
      await second.close();
      await page.getByRole("link", { name: t.announcements("tabs.publication"), exact: true }).click();
      await expectAccessible(page);
      await page.getByRole("button", { name: t.announcements("publish.button", { language }) }).click();
      const dialog = page.getByRole("alertdialog");
      await expect(dialog.getByText(name)).toBeVisible();
      await dialog.getByRole("button", { name: t.announcements("publish.confirm") }).click();
      await expect(
        page.getByText(t.enums("publicationState.published"), { exact: true }).first(),
      ).toBeVisible();
      await guest.goto(`/${locale}/news`);
      await guest.getByRole("link", { name: new RegExp(name) }).click();
      await expect(guest.getByRole("heading", { level: 1 })).toContainText(name);
      await expectAccessible(guest);
      await guest.goto(`/${locale}/members`);
      await guest.getByRole("link", { name }).click();
      await expect(guest.getByRole("heading", { level: 1 })).toHaveText(name);
      await expect(guest).toHaveTitle(new RegExp(name));
      await expectAccessible(guest);
    });
    await visitor.close();
  });
}
