import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { mailsFor, waitForMail } from "../support/smtp";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

type Words = ReturnType<typeof wordsIn>;

/** The field of one language of a text that has several. */
const inLanguage = (page: Page, t: Words, label: string, language: "en" | "sv") =>
  page.getByRole("group", { name: label }).getByLabel(t.enums(`locale.${language}`), { exact: false });

async function addByHand(
  page: Page,
  t: Words,
  event: string,
  person: { name: string; email: string; language: "en" | "sv" },
) {
  await page.goto(`${event}/participants/new`);
  await page.getByLabel(t.registration("name"), { exact: true }).fill(person.name);
  await page.getByLabel(t.registration("email")).fill(person.email);
  await page.getByLabel(t.participations("language")).selectOption(person.language);
  await page.getByRole("button", { name: t.participations("addButton"), exact: true }).click();
  await expect(page.getByText(t.enums("participationState.approved")).first()).toBeVisible();
}

for (const locale of ["en", "sv"] as const) {
  test(`a bulk mail is composed, edited and released once, in ${locale}`, async ({ page }, {
    project,
    retry,
  }) => {
    test.setTimeout(180_000);
    const t = wordsIn(locale);
    const mark = `${project.name}${retry || ""}-${locale}`;
    const [english, swedish] = [`mail-en-${mark}@example.org`, `mail-sv-${mark}@example.org`];
    let event = "";

    await test.step("an event with two participants", async () => {
      await signInAs(page, "Ravi", locale);
      await page.goto(`/${locale}/organize/events/new`);
      await page.getByLabel(t.events("form.kind"), { exact: true }).selectOption("dialogue");
      const titles = page.getByRole("group", { name: t.events("form.title") });
      await titles.getByRole("textbox").first().fill(`Dialogue ${mark}`);
      await titles.getByRole("textbox").last().fill(`Dialogen ${mark}`);
      await page.getByLabel(t.events("form.slug")).fill(`mail-${mark}`);
      await page.getByLabel(t.events("form.startsAt")).fill("2031-05-20T09:00");
      await page.getByLabel(t.events("form.endsAt")).fill("2031-05-21T16:00");
      await page.getByRole("button", { name: t.events("form.create") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(mark);
      event = new URL(page.url()).pathname;
      await addByHand(page, t, event, { name: "Ann {event} Lee", email: english, language: "en" });
      await addByHand(page, t, event, { name: "Åsa Öberg", email: swedish, language: "sv" });
    });

    await test.step("it is composed to those the list's filter names, after a mistake that loses nothing", async () => {
      await page.goto(`${event}/participants?state=approved`);
      await page.getByRole("link", { name: t.participations("write", { count: 2 }) }).click();
      await expect(page.getByText(t.mailing("bulk.count", { count: 2 }))).toBeVisible();
      await page.getByText(t.mailing("bulk.names"), { exact: true }).click();
      await expect(page.getByText(english)).toBeVisible();
      await expectAccessible(page);
      const [subject, body] = [t.mailing("words.subject"), t.mailing("words.body")];
      await inLanguage(page, t, subject, "en").fill("Doors: {event}");
      await inLanguage(page, t, subject, "sv").fill("Dörrarna: {event}");
      await inLanguage(page, t, body, "en").fill("Dear {nmae},\n\nthe doors open at eight.");
      await inLanguage(page, t, body, "sv").fill("Hej {name}!\n\nDörrarna öppnas klockan åtta.");
      await page.getByRole("button", { name: t.mailing("bulk.compose") }).click();
      await expect(page.getByText(t.refusals("unknown_placeholder", { names: "{nmae}" }))).toBeVisible();
      await expectAccessible(page);
      await inLanguage(page, t, body, "en").fill("Dear {name},\n\nthe doors open at eight.");
      await page.getByRole("button", { name: t.mailing("bulk.compose") }).click();
      await expect(page).toHaveURL(/\/mail\/bulk\/[0-9a-f-]{36}$/);
      await expect(
        page.getByRole("link", { name: t.mailing("bulk.read", { name: "Åsa Öberg" }) }),
      ).toBeVisible();
      await expectAccessible(page);
      expect(await mailsFor(english)).toEqual([]);
    });

    const mailing = page.url();
    await test.step("its words are changed, and each draft with them", async () => {
      await page.getByRole("link", { name: t.mailing("bulk.edit") }).click();
      const body = t.mailing("words.body");
      await inLanguage(page, t, body, "sv").fill("Hej {name}!\n\nDörrarna öppnas klockan nio.");
      await inLanguage(page, t, body, "en").fill("Dear {name},\n\nthe doors open at nine.");
      await page.getByRole("button", { name: t.mailing("bulk.save") }).click();
      await expect(page).toHaveURL(mailing);
      await page.getByRole("link", { name: t.mailing("bulk.read", { name: "Åsa Öberg" }) }).click();
      await expect(page).not.toHaveURL(mailing);
      await expect(page.getByText("Dörrarna öppnas klockan nio.")).toBeVisible();
      await expect(page.getByText(t.enums("mailState.draft"), { exact: true }).last()).toBeVisible();
      await page.goto(mailing);
    });

    await test.step("it is released, and arrives once in each recipient's language", async () => {
      await page.getByRole("button", { name: t.mailing("bulk.release.button") }).click();
      const dialog = page.getByRole("alertdialog");
      await expectAccessible(page);
      await dialog.getByRole("button", { name: t.mailing("bulk.release.button") }).click();
      const inEnglish = await waitForMail(english, /^Doors: Dialogue/);
      expect(inEnglish.text).toContain("Dear Ann {event} Lee,");
      expect(inEnglish.text).toContain("the doors open at nine.");
      expect(inEnglish.text).toMatch(/\/en\/registration\/[\w-]{22}/);
      const inSwedish = await waitForMail(swedish, /^Dörrarna: Dialogen/);
      expect(inSwedish.text).toContain("Hej Åsa Öberg!");
      await expect(page.getByText(t.enums("mailingState.sent"), { exact: true }).first()).toBeVisible();
      await expectAccessible(page);
      expect(await mailsFor(english)).toHaveLength(1);
      expect(await mailsFor(swedish)).toHaveLength(1);
    });

    await test.step("the event's outbox shows both as sent", async () => {
      await page.goto(`${event}/mail/outbox?state=sent`);
      await expect(page.getByText(swedish)).toBeVisible();
      await expect(page.getByText(english)).toBeVisible();
      await expectAccessible(page);
    });
  });

  test(`an event words a mail in its own way and plans a reminder, in ${locale}`, async ({ page }, {
    project,
    retry,
  }) => {
    const t = wordsIn(locale);
    await signInAs(page, "Ravi", locale);
    await page.goto(`/${locale}/organize/events?q=dialogue-on-demand`);
    await page
      .locator("main")
      .getByRole("link", { name: /Industry Transition Dialogue|Dialog om industrins/ })
      .click();
    await expect(page).toHaveURL(/\/events\/[0-9a-f-]{36}$/);
    const event = new URL(page.url()).pathname;

    await test.step("the words are previewed before they are saved, as they would be sent", async () => {
      await page.goto(`${event}/mail/templates/withdrawn`);
      await expectAccessible(page);
      const body = t.mailing("words.body");
      const words = `Goodbye {name} (${project.name}${retry || ""} ${locale})`;
      await inLanguage(page, t, body, "en").fill(words);
      await page
        .getByRole("combobox", { name: t.mailing("preview.language"), exact: true })
        .selectOption("en");
      await page.getByRole("button", { name: t.mailing("preview.show") }).click();
      await expect(page.locator("mark", { hasText: "Kim Sandberg" })).toBeVisible();
      await page.getByText(t.mailing("preview.html"), { exact: true }).click();
      const frame = page.locator("iframe");
      await expect(frame).toHaveAttribute("sandbox", "");
      await expect(frame).toHaveAttribute("srcdoc", /Goodbye Kim Sandberg/);
      await page.getByText(t.mailing("preview.html"), { exact: true }).click();
      await page.getByRole("button", { name: t.mailing("templates.save") }).click();
      await expect(page.getByText(t.common("form.saved"))).toBeVisible();
      await page.reload();
      await expect(inLanguage(page, t, body, "en")).toHaveValue(words);
    });

    await test.step("a reminder says at which instant it leaves", async () => {
      const days = { wide: { en: "3", sv: "4" }, narrow: { en: "5", sv: "6" } }[project.name as "wide"][
        locale
      ];
      await page.goto(`${event}/mail/reminders/new?preset=day_before`);
      await page.getByLabel(t.mailing("reminders.amount")).fill(days);
      await expect(page.getByText("Stockholm (UTC").last()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: t.mailing("reminders.create") }).click();
      await expect(page).toHaveURL(/\/mail\/reminders$/);
      const row = page
        .getByRole("row")
        .filter({ hasText: t.mailing("reminders.offset.days", { count: Number(days) }) });
      await expect(row.getByText(t.enums("reminderState.planned"))).toBeVisible();
      await expectAccessible(page);
      await row.getByRole("button", { name: t.mailing("reminders.remove.button") }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: t.mailing("reminders.remove.button") })
        .click();
      await expect(row).toHaveCount(0);
    });
  });
}
