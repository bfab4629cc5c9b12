import { enter, reach } from "../support/keys";
import { waitForMail } from "../support/smtp";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

for (const locale of ["en", "sv"] as const) {
  test(`a guest registers and an organizer puts them in line, by keyboard alone, in ${locale}`, async ({
    page,
  }, { project, retry }) => {
    test.setTimeout(120_000);
    const t = wordsIn(locale);
    const email = `keys-${project.name}${retry || ""}-${locale}@example.org`;
    const name = `Keys ${project.name}${retry || ""} ${locale}`;

    await test.step("the guest finds the summit and registers", async () => {
      await page.goto(`/${locale}/events`);
      await page.keyboard.press("Tab");
      await expect(page.getByRole("link", { name: t.layout("skip") })).toBeFocused();
      await page.keyboard.press("Enter");
      await enter(
        page,
        page
          .getByRole("main")
          .getByRole("link", { name: /LeadIT.*202\d/ })
          .first(),
      );
      await expect(page).toHaveURL(/\/events\/summit-20/);
      await enter(page, page.getByRole("link", { name: t.participations("register"), exact: true }));
      await expect(page).toHaveURL(/\/register$/);
      // Sent empty, it leads back to what is missing.
      await enter(page, page.getByRole("button", { name: t.registration("send") }));
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect(page.getByLabel(t.registration("name"), { exact: true })).toBeFocused();
      await page.keyboard.type(name);
      await reach(page, page.getByLabel(t.registration("email")));
      await page.keyboard.type(email);
      await reach(page, page.getByLabel(t.registration("listed")));
      await page.keyboard.press("Space");
      await enter(page, page.getByRole("button", { name: t.registration("send") }));
      await expect(page.getByText(t.registration("outcome.submitted"))).toBeVisible();
      await waitForMail(email, /./);
    });

    await test.step("the organizer signs in and puts them on the waiting list", async () => {
      await page.goto(`/${locale}/sign-in`);
      await enter(page, page.getByRole("button", { name: /Ravi/ }));
      await expect(page).toHaveURL(/\/organize$/);
      await page.goto(`/${locale}/organize/events`);
      await enter(
        page,
        page
          .getByRole("main")
          .getByRole("link", { name: /LeadIT.*202\d/ })
          .first(),
      );
      const tab = page.getByRole("link", { name: t.events("tabs.participants"), exact: true }).first();
      await enter(page, tab);
      await expect(page).toHaveURL(/\/participants/);
      await reach(page, page.getByRole("searchbox"));
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await enter(page, page.getByRole("link", { name }));
      const wait = page.getByRole("button", { name: t.participations("steps.waitlist.button") });
      await enter(page, wait);
      const dialog = page.getByRole("alertdialog");
      await expect(dialog).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(wait).toBeFocused();
      await page.keyboard.press("Enter");
      await enter(page, dialog.getByRole("button", { name: t.participations("steps.waitlist.button") }));
      await expect(page.getByText(t.enums("participationState.waitlisted")).first()).toBeVisible();
    });
  });
}
