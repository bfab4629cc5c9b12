import { expect, type Page } from "@playwright/test";

/** Signs in as one of the demonstration's people, through the page a visitor would use. */
export async function signInAs(page: Page, name: string, locale: "en" | "sv" = "en") {
  await page.goto(`/${locale}/sign-in`);
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page).toHaveURL(/\/(organize|desk)$/);
}
