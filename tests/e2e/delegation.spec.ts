import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { waitForMail } from "../support/smtp";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

/** Five people whose names no program should touch. */
const party = [
  { class: "head", name: "Mohammed bin Salman", title: "H.E.", level: "minister", email: "" },
  { class: "delegate", name: "Priya van der Berg", title: "Dr", level: "senior_official", email: "priya" },
  { class: "delegate", name: "Ewen McDonald", title: "", level: "senior_official", email: "ewen" },
  { class: "adviser", name: "Sukarno", title: "", level: "other", email: "sukarno" },
  { class: "staff", name: "Åsa de la Cruz", title: "", level: "other", email: "asa" },
];

for (const locale of ["en", "sv"] as const) {
  test(`a focal point nominates a delegation of five and an organizer approves them, in ${locale}`, async ({
    page,
    browser,
    baseURL,
  }, { project, retry }) => {
    test.setTimeout(240_000);
    const t = wordsIn(locale);
    const title = `Delegations ${project.name}${retry || ""} ${locale}`;
    const address = (who: string) => `${who}-${project.name}${retry || ""}-${locale}@example.org`;

    await test.step("an organizer opens the delegation of Sweden", async () => {
      await signInAs(page, "Ravi", locale);
      await announceEvent(page, locale, title, `delegations-${project.name}${retry || ""}-${locale}`);
      const tabs = page.getByRole("navigation", { name: title });
      await tabs.getByRole("link", { name: t.events("tabs.delegations"), exact: true }).click();
      await expect(page.getByText(t.delegations("noneYet"))).toBeVisible();
      await look(page);
      await page.getByRole("link", { name: t.delegations("openNow.title") }).click();
      await page.getByLabel(locale === "en" ? "Sweden" : "Sverige", { exact: true }).check();
      await look(page);
      await page.getByRole("button", { name: t.delegations("openNow.button") }).click();
      await expect(page.getByText(t.delegations("openNow.done", { count: 1 }))).toBeVisible();
      await tabs.getByRole("link", { name: t.events("tabs.delegations"), exact: true }).click();
      await page.getByRole("link", { name: t.delegations("writeAll") }).click();
      await page.getByLabel(t.delegations("messages.text")).fill("Please nominate by Friday.");
      await look(page);
      await page.getByRole("button", { name: t.delegations("messages.send") }).click();
      await expect(page.getByText(t.delegations("messages.sent"))).toBeVisible();
      await waitForMail("karin.oberg@se.example.org", new RegExp(title));
    });

    const visitor = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const desk = await visitor.newPage();
    await test.step("the focal point reads the message and nominates five", async () => {
      await signInAs(desk, "Karin", locale);
      await expect(desk.getByText("Please nominate by Friday.").first()).toBeVisible();
      await look(desk);
      await desk.getByRole("link", { name: title }).first().click();
      await desk.getByRole("button", { name: t.delegations("messages.markRead") }).click();
      await expect(desk.getByRole("button", { name: t.delegations("messages.markRead") })).toBeHidden();
      await expect(desk.getByText(t.delegations("next.head"))).toBeVisible();
      await look(desk);
      for (const [n, person] of party.entries()) {
        const way = n === 0 ? t.delegations("nextButton.head") : t.delegations("nominate");
        await desk.getByRole("link", { name: way, exact: true }).click();
        await expect(desk.getByRole("heading", { level: 1 })).toHaveText(t.delegations("nominate"));
        if (n === 0) {
          await desk.getByRole("button", { name: t.delegations("nominateButton"), exact: true }).click();
          await expect(desk.getByText(t.validation("required")).first()).toBeVisible();
          await look(desk);
        }
        await desk.getByLabel(t.delegations("field.class")).selectOption(person.class);
        await desk.getByLabel(t.delegations("field.name"), { exact: true }).fill(person.name);
        await desk.getByLabel(t.delegations("field.courtesyTitle")).fill(person.title);
        await desk.getByLabel(t.delegations("field.level")).selectOption(person.level);
        await desk.getByLabel(t.delegations("field.email")).fill(person.email && address(person.email));
        await desk.getByRole("button", { name: t.delegations("nominateButton"), exact: true }).click();
        const line = [person.title, person.name].filter(Boolean).join(" ");
        await expect(desk.getByRole("link", { name: line, exact: true })).toBeVisible();
      }
    });

    await test.step("and submits them, in one go", async () => {
      await look(desk);
      await desk.getByRole("button", { name: t.delegations("submit.button", { count: 5 }) }).click();
      const dialog = desk.getByRole("alertdialog");
      await expect(dialog).toContainText("H.E. Mohammed bin Salman");
      await expectAccessible(desk);
      await dialog.getByRole("button", { name: t.delegations("submit.confirm"), exact: true }).click();
      await expect(desk.getByText(t.enums("participationState.submitted"))).toHaveCount(5);
      const subject = t.participations("mail.nominated.subject", { event: title });
      await waitForMail(address("sukarno"), new RegExp(subject.replace(/[()]/g, ".")));
    });

    await test.step("replaces one and hands in the credentials letter", async () => {
      await desk.getByRole("link", { name: "Sukarno", exact: true }).click();
      await look(desk);
      await desk.getByRole("link", { name: t.delegations("person.replace"), exact: true }).click();
      // The page before has fields of the same names.
      await expect(desk.getByRole("heading", { level: 1 })).toHaveText(t.delegations("person.replace"));
      await desk.getByLabel(t.delegations("field.name"), { exact: true }).fill("d’Alessio");
      await desk.getByLabel(t.delegations("field.email")).fill(address("dalessio"));
      await look(desk);
      await desk
        .getByRole("button", { name: t.delegations("person.replaceButton", { name: "Sukarno" }) })
        .click();
      await expect(desk.getByRole("heading", { level: 1 })).toHaveText("d’Alessio");
      await desk.getByRole("link", { name: title }).click();
      // It is what is asked for next, so the form stands open.
      await expect(desk.getByText(t.delegations("next.credentials"))).toBeVisible();
      await desk.getByLabel(t.delegations("credentials.issuer")).fill("Minister for Foreign Affairs");
      await desk.getByLabel(t.delegations("credentials.issuedOn")).fill("2026-01-15");
      await desk.getByLabel(t.delegations("credentials.file")).setInputFiles({
        name: "letter.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.4\n% a letter\n%%EOF\n"),
      });
      await look(desk);
      await desk.getByRole("button", { name: t.delegations("credentials.send"), exact: true }).click();
      await expect(desk.getByText(t.enums("credentialsState.received"))).toBeVisible();
    });

    await test.step("nobody of another organisation reaches any of it", async () => {
      const letter = await desk.locator("a[download]").getAttribute("href");
      const person = await desk.locator("a[href*='/people/']").first().getAttribute("href");
      const delegation = new URL(desk.url()).pathname;
      const file = await desk.request.get(letter ?? "");
      expect(file.status()).toBe(200);
      expect(file.headers()["content-disposition"]).toContain("attachment");
      const foreign = await browser.newContext({ baseURL });
      const stranger = await foreign.newPage();
      await signInAs(stranger, "Meera", locale);
      for (const path of [letter, person, `${person}/replace`, delegation, `${delegation}/nominate`])
        expect((await stranger.request.get(path ?? "")).status(), path ?? "").toBe(404);
      await foreign.close();
    });

    await test.step("the organizer accepts the letter and approves all five at once", async () => {
      await page
        .getByRole("navigation", { name: title })
        .getByRole("link", { name: t.events("tabs.delegations"), exact: true })
        .click();
      await look(page);
      await page.getByRole("link", { name: locale === "en" ? "Sweden" : "Sverige", exact: true }).click();
      await expect(page.getByRole("link", { name: "d’Alessio", exact: true })).toBeVisible();
      await look(page);
      await page.getByRole("button", { name: t.delegations("credentials.accept"), exact: true }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: t.delegations("credentials.accept"), exact: true })
        .click();
      await expect(page.getByText(t.enums("credentialsState.accepted"))).toBeVisible();
      await page
        .getByRole("navigation", { name: title })
        .getByRole("link", { name: t.events("tabs.participants"), exact: true })
        .click();
      await expect(page).toHaveURL(/\/participants$/);
      await page.goto(`${page.url()}?state=submitted`);
      await page.getByLabel(t.participations("several.all")).check();
      await page.getByRole("button", { name: t.participations("several.foresee", { count: 5 }) }).click();
      await expect(page.getByText(t.participations("several.will.approve", { count: 5 }))).toBeVisible();
      const step = t.participations("steps.approve.button");
      await page
        .getByRole("button", { name: t.participations("several.confirm", { step, count: 5 }) })
        .click();
      await expect(page.getByText(t.participations("several.done", { count: 5 }))).toBeVisible();
      await desk.reload();
      await expect(desk.getByText(t.enums("participationState.approved"))).toHaveCount(5);
      await expect(desk.getByText(t.enums("credentialsState.accepted"))).toBeVisible();
      await expect(desk.getByText(t.delegations("next.nothing"))).toBeVisible();
      await look(desk);
    });
    await visitor.close();
  });
}

/** Schedules and announces an event that delegations are nominated for. */
async function announceEvent(page: Page, locale: "en" | "sv", title: string, slug: string) {
  const t = wordsIn(locale);
  await page.goto(`/${locale}/organize/events/new`);
  await page.getByLabel(t.events("form.kind"), { exact: true }).selectOption("summit");
  const titles = page.getByRole("group", { name: t.events("form.title") });
  await titles.getByRole("textbox").first().fill(title);
  await titles.getByRole("textbox").last().fill(title);
  await page.getByLabel(t.events("form.slug")).fill(slug);
  await page.getByLabel(t.events("form.startsAt")).fill("2031-05-20T09:00");
  await page.getByLabel(t.events("form.endsAt")).fill("2031-05-21T16:00");
  const city = page.getByRole("group", { name: t.events("form.city") });
  await city.getByRole("textbox").first().fill("Stockholm");
  await page.getByLabel(t.events("form.host", { number: 1 })).selectOption({ index: 3 });
  await page.getByRole("button", { name: t.events("form.create") }).click();
  await page.getByRole("button", { name: t.events("steps.announce") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t.events("steps.announce") })
    .click();
  await expect(page.getByText(t.enums("eventState.announced"))).toBeVisible();
}

/** Expects that a page is accessible and does not scroll sideways at the width at hand. */
async function look(page: Page) {
  // A page that is fetched anew after a deed has no title for a moment.
  await expect(page).toHaveTitle(/./);
  await expectAccessible(page);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(sideways, `${page.url()} scrolls sideways`).toBe(false);
}
