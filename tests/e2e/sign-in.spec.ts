import { type Page, test as unwatched } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { mailsFor, waitForMail } from "../support/smtp";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

for (const locale of ["en", "sv"] as const) {
  const t = wordsIn(locale);

  test(`a mailed link signs in once, in ${locale}`, async ({ page, browser }, { project }) => {
    const person = project.name === "wide" ? "elin.sandell" : "alma.lindqvist";
    const email = `${person}@secretariat.example.org`;
    await page.goto(`/${locale}/organize/members`);
    await expect(page).toHaveURL(/sign-in\?next=/);
    const already = (await mailsFor(email)).length;
    await page.getByLabel(t.signIn("email")).fill(email);
    await page.getByRole("button", { name: t.signIn("ask") }).click();
    await expect(page.getByText(t.signIn("asked"))).toBeVisible();
    const mail = await waitForMail(email, new RegExp(t.signIn("mail.subject")), { already });
    const link = /https?:\/\/\S+\/sign-in\/link\S+/.exec(mail.text ?? "")?.[0] ?? "";
    await page.goto(link);
    await expectAccessible(page);
    await page
      .getByRole("main")
      .getByRole("link", { name: t.signIn("title") })
      .click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/organize/members$`));

    const other = await browser.newContext();
    const second = await other.newPage();
    await second.goto(link);
    await second
      .getByRole("main")
      .getByRole("link", { name: t.signIn("title") })
      .click();
    await expect(second.getByText(t.signIn("failures.link"))).toBeVisible();
    await expect(second.locator("html")).toHaveAttribute("lang", locale);
    await expectAccessible(second);
    await other.close();
  });

  // Not watched: going to the provider is going to another server.
  unwatched(`an organisation's own provider signs in whom we know, in ${locale}`, async ({ page }) => {
    await goToProvider(page, locale);
    await page.getByRole("link", { name: "A known organizer" }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/organize$`));
    await expect(page.getByText("Ravi Deshmukh").first()).toBeAttached();
  });

  for (const person of ["A stranger", "An unverified address"]) {
    unwatched(
      `an organisation's own provider cannot let in ${person.toLowerCase()}, in ${locale}`,
      async ({ page }) => {
        await goToProvider(page, locale);
        await page.getByRole("link", { name: person }).click();
        await expect(page.getByText(t.signIn("failures.account"))).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        await page.goto(`/${locale}/organize`);
        await expect(page).toHaveURL(/sign-in/);
      },
    );
  }
}

unwatched("an answer of the provider that nobody asked for signs nobody in", async ({ page }) => {
  await page.goto("/api/auth/callback/oidc?code=forged&state=forged");
  await expect(page.getByText(wordsIn("en").signIn("failures.provider"))).toBeVisible();
});

async function goToProvider(page: Page, locale: "en" | "sv") {
  const t = wordsIn(locale);
  await page.goto(`/${locale}/sign-in`);
  await page.getByRole("button", { name: t.signIn("withProvider", { name: "Test Provider" }) }).click();
  await expect(page).toHaveTitle("Provider");
}
