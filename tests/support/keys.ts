import { expect, type Locator, type Page } from "@playwright/test";

/** Goes on with the Tab key until something has the focus, and sees that the focus shows. */
export async function reach(page: Page, goal: Locator) {
  await expect(goal).toBeVisible();
  for (let steps = 0; steps < 150; steps++) {
    if (await goal.evaluate((element) => element === document.activeElement)) {
      const outline = await goal.evaluate((element) => {
        const look = getComputedStyle(element);
        return look.outlineStyle !== "none" || look.boxShadow !== "none";
      });
      expect(outline, "the focus shows").toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not lead to ${goal}.`);
}

/** Goes there and presses Enter. */
export async function enter(page: Page, goal: Locator) {
  await reach(page, goal);
  await page.keyboard.press("Enter");
}
