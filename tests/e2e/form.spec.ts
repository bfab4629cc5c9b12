import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { waitForMail } from "../support/smtp";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const asked = {
  en: {
    visa: "Do you need a visa?",
    yes: "Yes",
    no: "No",
    embassy: "Embassy",
    meal: "Meal",
    flight: "Flight",
    passport: "Passport",
  },
  sv: {
    visa: "Behöver du visum?",
    yes: "Ja",
    no: "Nej",
    embassy: "Ambassad",
    meal: "Måltid",
    flight: "Flyg",
    passport: "Pass",
  },
};

const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

for (const locale of ["en", "sv"] as const) {
  test(`a form is built, filled in and read, in ${locale}`, async ({ page, browser, baseURL }, {
    project,
    retry,
  }) => {
    test.setTimeout(240_000);
    const t = wordsIn(locale);
    const words = asked[locale];
    const slug = `form-${project.name}${retry || ""}-${locale}`;
    const title = `Form Briefing ${project.name}${retry || ""} ${locale}`;
    const fits = async (where: Page) => {
      await expectAccessible(where);
      const sideways = await where.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(sideways, `${where.url()} scrolls sideways`).toBe(false);
    };
    const write = async (name: string, text: string, rows = page) => {
      const both = rows.getByRole("group", { name, exact: true }).getByRole("textbox");
      await both.first().fill(text);
      await both.last().fill(text);
    };
    const add = async (label: string, fill: () => Promise<void>) => {
      await page.getByRole("link", { name: t.questions("add") }).click();
      await write(t.questions("form.label"), label);
      await fill();
      await page.getByRole("button", { name: t.questions("form.add"), exact: true }).click();
      await expect(page.getByRole("link", { name: label, exact: true })).toBeVisible();
    };

    await test.step("an organizer schedules an event and announces it", async () => {
      await signInAs(page, "Ravi", locale);
      await page.goto(`/${locale}/organize/events/new`);
      await page.getByLabel(t.events("form.kind"), { exact: true }).selectOption("briefing");
      await write(t.events("form.title"), title);
      await page.getByLabel(t.events("form.slug")).fill(slug);
      await page.getByLabel(t.events("form.startsAt")).fill("2030-05-20T09:00");
      await page.getByLabel(t.events("form.endsAt")).fill("2030-05-20T16:00");
      await page
        .getByRole("group", { name: t.events("form.city") })
        .getByRole("textbox")
        .first()
        .fill("Stockholm");
      await page.getByLabel(t.events("form.host", { number: 1 })).selectOption({ index: 3 });
      await page.getByRole("button", { name: t.events("form.create") }).click();
      await page.getByRole("button", { name: t.events("steps.announce") }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: t.events("steps.announce") })
        .click();
      await expect(page.getByText(t.enums("eventState.announced"))).toBeVisible();
    });

    await test.step("and asks whether a visa is needed, and only then where", async () => {
      await page.getByRole("link", { name: t.events("tabs.form"), exact: true }).click();
      await expect(page.getByText(t.questions("none")).first()).toBeVisible();
      await fits(page);
      await add(words.meal, async () => {
        await page.getByLabel(t.questions("form.audience"), { exact: true }).selectOption("needs");
        await page.getByRole("button", { name: t.questions("form.add"), exact: true }).click();
        await expect(page.getByText(t.validation("keptDays")).first()).toBeVisible();
        await fits(page);
        await page.getByLabel(t.questions("form.keptDays")).fill("30");
      });
      await add(words.visa, async () => {
        await page.getByLabel(t.questions("form.kind"), { exact: true }).selectOption("choice");
        await write(t.questions("form.options"), `${words.yes}\n${words.no}`);
        await fits(page);
      });
      await add(words.embassy, async () => {
        await page.getByLabel(t.questions("form.required"), { exact: true }).check();
        const condition = t.questions("form.ifAnswer", { question: words.visa, answer: words.yes });
        await page
          .getByLabel(t.questions("form.shownIf"), { exact: true })
          .selectOption({ label: condition });
      });
      await add(words.flight, async () => {
        await page.getByLabel(t.questions("form.stage"), { exact: true }).selectOption("after_approval");
      });
      await add(words.passport, async () => {
        await page.getByLabel(t.questions("form.stage"), { exact: true }).selectOption("after_approval");
        await page.getByLabel(t.questions("form.kind"), { exact: true }).selectOption("file");
        await page.getByLabel(t.questions("form.required"), { exact: true }).check();
      });
    });

    await test.step("moves a question by keyboard, and sees the form as it will be", async () => {
      const up = page.getByRole("button", { name: t.questions("move.up", { label: words.visa }) });
      await up.focus();
      await page.keyboard.press("Enter");
      await expect(page.getByText(t.questions("move.moved", { label: words.visa, place: 1 }))).toBeAttached();
      await expect(up).toBeFocused();
      await expect(up).toHaveAttribute("aria-disabled", "true");
      await expect(page.getByRole("listitem").filter({ hasText: words.visa }).first()).toContainText("1");
      await fits(page);
      await page.getByRole("link", { name: t.questions("preview"), exact: true }).click();
      for (const language of ["en", "sv"] as const) {
        const form = page.getByRole("region", { name: t.enums(`locale.${language}`), exact: true });
        await expect(form.getByText(wordsIn(language).enums("questionStage.registration"))).toBeVisible();
        await expect(form.getByLabel(words.embassy)).toHaveCount(0);
        await form.getByLabel(words.visa).selectOption({ label: words.yes });
        await expect(form.getByLabel(words.embassy)).toBeVisible();
      }
      await fits(page);
      await page.goBack();
      await expect(page.getByRole("link", { name: words.visa, exact: true })).toBeVisible();
    });

    const register = `/${locale}/events/${slug}/register`;
    const email = (who: string) => `${who}-${project.name}${retry || ""}-${locale}@example.org`;

    await test.step("a guest without script sees when each is asked, and what is hidden is not kept", async () => {
      const still = await browser.newContext({
        baseURL,
        javaScriptEnabled: false,
        viewport: page.viewportSize(),
      });
      const guest = await still.newPage();
      await guest.goto(register);
      await expect(
        guest.getByText(t.answers("onlyIf", { question: words.visa, answer: words.yes })),
      ).toBeVisible();
      await guest.getByLabel(t.registration("name"), { exact: true }).fill("Still Guest");
      await guest.getByLabel(t.registration("email")).fill(email("still"));
      await guest.getByLabel(words.visa).selectOption({ label: words.yes });
      await guest.getByLabel(words.meal).fill("Fish");
      await guest.getByRole("button", { name: t.registration("send") }).click();
      // Refused: the summary leads to the field, and nothing is lost.
      await expect(
        guest.getByRole("link", { name: `${words.embassy}: ${t.validation("required")}` }),
      ).toBeVisible();
      await expect(guest.getByLabel(words.meal)).toHaveValue("Fish");
      await expect(guest.getByLabel(words.embassy)).toHaveAttribute("aria-invalid", "true");
      await guest.getByLabel(words.visa).selectOption({ label: words.no });
      await guest.getByLabel(words.embassy).fill("A place not asked for");
      await guest.getByRole("button", { name: t.registration("send") }).click();
      await expect(guest.getByText(t.registration("outcome.submitted"))).toBeVisible();
      await still.close();
    });

    const visitor = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const guest = await visitor.newPage();
    await test.step("a guest with script is asked where as soon as it matters", async () => {
      await guest.goto(register);
      await expect(guest.getByLabel(words.embassy)).toBeHidden();
      await guest.getByLabel(t.registration("name"), { exact: true }).fill("Moving Guest");
      await guest.getByLabel(t.registration("email")).fill(email("moving"));
      await guest.getByLabel(words.visa).selectOption({ label: words.yes });
      await expect(guest.getByLabel(words.embassy)).toBeVisible();
      await expect(guest.getByText(t.answers("come", { count: 1, labels: words.embassy }))).toBeAttached();
      await guest.getByLabel(words.visa).selectOption({ label: words.no });
      await expect(guest.getByLabel(words.embassy)).toBeHidden();
      await expect(guest.getByText(t.answers("gone", { labels: words.embassy }))).toBeAttached();
      await guest.getByLabel(words.visa).selectOption({ label: words.yes });
      await guest.getByRole("button", { name: t.registration("send") }).click();
      await expect(
        guest.getByRole("link", { name: `${words.embassy}: ${t.validation("required")}` }),
      ).toBeVisible();
      await fits(guest);
      await guest.getByLabel(words.embassy).fill("Embassy in Rome");
      await guest.getByRole("button", { name: t.registration("send") }).click();
      await expect(guest.getByText(t.registration("outcome.submitted"))).toBeVisible();
    });

    await test.step("the organizer reads the answers, changes one and approves", async () => {
      const participants = page.url().replace(/\/form$/, "/participants");
      await page.goto(participants);
      await page.getByRole("link", { name: "Still Guest" }).click();
      const answers = page.getByRole("region", { name: t.participations("answers"), exact: true });
      await expect(answers).toContainText("Fish");
      await expect(answers).not.toContainText("A place not asked for");
      await page.goto(participants);
      await page.getByRole("link", { name: "Moving Guest" }).click();
      await expect(answers).toContainText("Embassy in Rome");
      await fits(page);
      await page.getByRole("link", { name: t.participations("changeAnswers") }).click();
      await page.getByLabel(words.embassy).fill("Embassy in Paris");
      await fits(page);
      await page.getByRole("button", { name: t.answers("save") }).click();
      await expect(page.getByText(t.common("form.saved"))).toBeVisible();
      await page.getByRole("link", { name: "Moving Guest" }).click();
      await expect(answers).toContainText("Embassy in Paris");
      await page.getByRole("button", { name: t.participations("steps.approve.button"), exact: true }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: t.participations("steps.approve.button"), exact: true })
        .click();
      await expect(page.getByText(t.enums("participationState.approved")).first()).toBeVisible();
    });

    await test.step("who is approved finds the second stage behind the mail, and answers it", async () => {
      const subject = t.participations("mail.approved.subject", { event: title });
      const mail = await waitForMail(email("moving"), new RegExp(subject));
      expect(mail.text).toContain(t.participations("mail.secondStage"));
      await guest.goto(/https?:\/\/\S+\/registration\/[\w-]+/.exec(mail.text ?? "")?.[0] ?? "");
      const second = guest.getByRole("region", { name: t.answers("secondStage"), exact: true });
      await second.getByLabel(words.flight).fill("SK 1");
      await second.getByRole("button", { name: t.answers("save") }).click();
      await expect(
        second.getByRole("link", { name: `${words.passport}: ${t.validation("required")}` }),
      ).toBeVisible();
      await fits(guest);
      const file = { name: "passport.png", mimeType: "image/png", buffer: Buffer.from("no picture") };
      await second.getByLabel(words.passport).setInputFiles(file);
      await second.getByRole("button", { name: t.answers("save") }).click();
      await expect(second.getByText(t.validation("fileType")).first()).toBeVisible();
      await second.getByLabel(words.passport).setInputFiles({ ...file, buffer: Buffer.from(png, "base64") });
      // What is typed in another part of the page is not lost by saving this one.
      const functionalTitle = guest.getByLabel(t.registration("functionalTitle"));
      await functionalTitle.fill("Typed meanwhile");
      await second.getByRole("button", { name: t.answers("save") }).click();
      await expect(second.getByText(t.common("form.saved"))).toBeVisible();
      await expect(functionalTitle).toHaveValue("Typed meanwhile");
      const held = second.getByRole("link", { name: "passport.png" });
      await expect(held).toBeVisible();
      const answered = await guest.request.get((await held.getAttribute("href")) ?? "");
      expect(answered.headers()["content-disposition"]).toContain("attachment");
      expect((await answered.body()).toString("base64")).toBe(png);
      // By its address in the workspace it is read by whoever may, and by nobody else.
      await page.reload();
      const href = await page.getByRole("link", { name: "passport.png" }).getAttribute("href");
      expect((await page.request.get(href ?? "")).status()).toBe(200);
      expect((await guest.request.get(href ?? "")).status()).toBe(404);
      const first = guest.getByRole("region", { name: t.answers("yours"), exact: true });
      await expect(first.getByLabel(words.embassy)).toHaveValue("Embassy in Paris");
      await first.getByLabel(words.visa).selectOption({ label: words.no });
      await first.getByRole("button", { name: t.answers("save") }).click();
      await expect(first.getByText(t.common("form.saved"))).toBeVisible();
      await guest.reload();
      await expect(second.getByLabel(words.flight)).toHaveValue("SK 1");
      await first.getByLabel(words.visa).selectOption({ label: words.yes });
      await expect(first.getByLabel(words.embassy)).toHaveValue("");
      await visitor.close();
    });
  });
}
