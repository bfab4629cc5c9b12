import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { waitForMail } from "../support/smtp";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

for (const locale of ["en", "sv"] as const) {
  test(`a summit from schedule to statement, in ${locale}`, async ({ page, browser, baseURL }, {
    project,
    retry,
  }) => {
    test.setTimeout(180_000);
    const t = wordsIn(locale);
    const slug = `journey-${project.name}${retry || ""}-${locale}`;
    const email = `guest-${project.name}${retry || ""}-${locale}@example.org`;
    const title = `Journey Summit ${project.name}${retry || ""} ${locale}`;

    await test.step("an organizer schedules and announces it", async () => {
      await signInAs(page, "Ravi", locale);
      await page.goto(`/${locale}/organize/events/new`);
      await page.getByLabel(t.events("form.kind"), { exact: true }).selectOption("summit");
      const titles = page.getByRole("group", { name: t.events("form.title") });
      await titles.getByRole("textbox").first().fill(title);
      await titles.getByRole("textbox").last().fill(title);
      await page.getByLabel(t.events("form.slug")).fill(slug);
      await page.getByLabel(t.events("form.startsAt")).fill("2030-05-20T09:00");
      await page.getByLabel(t.events("form.endsAt")).fill("2030-05-21T16:00");
      const city = page.getByRole("group", { name: t.events("form.city") });
      await city.getByRole("textbox").first().fill("Stockholm");
      await page.getByLabel(t.events("form.host", { number: 1 })).selectOption({ index: 3 });
      await page.getByLabel(t.events("form.capacity")).fill("2");
      await expectAccessible(page);
      await page.getByRole("button", { name: t.events("form.create") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      expect((await page.request.get(`/${locale}/events/${slug}`)).status()).toBe(404);
      await page.getByRole("button", { name: t.events("steps.announce") }).click();
      const dialog = page.getByRole("alertdialog");
      await expectAccessible(page);
      await dialog.getByRole("button", { name: t.events("steps.announce") }).click();
      await expect(page.getByText(t.enums("eventState.announced"))).toBeVisible();
    });

    const visitor = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const guest = await visitor.newPage();
    await test.step("a participant registers, after a mistake that loses nothing", async () => {
      await guest.goto(`/${locale}/events/${slug}`);
      await expectAccessible(guest);
      await guest.getByRole("link", { name: t.participations("register"), exact: true }).click();
      await guest.getByLabel(t.registration("name"), { exact: true }).fill("Åsa bin Salman");
      await guest.getByRole("button", { name: t.registration("send") }).click();
      await expect(guest.getByText(t.validation("required")).first()).toBeVisible();
      await expect(guest.getByLabel(t.registration("name"), { exact: true })).toHaveValue("Åsa bin Salman");
      await expectAccessible(guest);
      await guest.getByLabel(t.registration("email")).fill(email);
      await guest.getByLabel(t.registration("listed")).check();
      await guest.getByRole("button", { name: t.registration("send") }).click();
      await expect(guest.getByText(t.registration("outcome.submitted"))).toBeVisible();
      await expectAccessible(guest);
      const mail = await waitForMail(email, new RegExp(title));
      expect(mail.recipients).toEqual([email]);
      expect(mail.text).toContain("Åsa bin Salman");
      const link = /https?:\/\/\S+\/registration\/[\w-]+/.exec(mail.text ?? "")?.[0] ?? "";
      await guest.goto(link);
      await expect(guest.getByText(t.enums("participationState.submitted"))).toBeVisible();
      await expectAccessible(guest);
    });

    await test.step("the organizer approves, and the calendar file arrives", async () => {
      await page
        .getByRole("link", { name: t.events("tabs.participants"), exact: true })
        .first()
        .click();
      await page.getByRole("link", { name: "Åsa bin Salman" }).click();
      await page.getByRole("button", { name: t.participations("steps.approve.button"), exact: true }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: t.participations("steps.approve.button"), exact: true })
        .click();
      await expect(page.getByText(t.enums("participationState.approved")).first()).toBeVisible();
      await expectAccessible(page);
      const subject = t.participations("mail.approved.subject", { event: title });
      const mail = await waitForMail(email, new RegExp(subject.replace(/[()]/g, ".")));
      const [file] = mail.attachments;
      const ics = typeof file?.content === "string" ? file.content : new TextDecoder().decode(file?.content);
      expect(ics).toContain("METHOD:REQUEST");
      expect(ics).toContain("DTSTART:20300520T");
      // Whoever agreed to be named is named once the list is published, and not before.
      const list = `/${locale}/events/${slug}/participants`;
      expect((await guest.goto(list))?.status()).toBe(404);
      await page
        .getByRole("link", { name: t.events("tabs.list"), exact: true })
        .first()
        .click();
      const publish = t.participantList("steps.publish", { number: 1 });
      await page.getByRole("button", { name: publish }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: publish }).click();
      await expect(page.getByText(t.participantList("isPublic", { versions: 1 }))).toBeVisible();
      await guest.goto(list);
      await expect(guest.getByText("Åsa bin Salman")).toBeVisible();
    });

    await test.step("a statement is written, adopted and published", async () => {
      await page.goto(`/${locale}/organize/statements/new`);
      await page.getByLabel(t.statements("form.title"), { exact: true }).fill(`Statement of ${title}`);
      await page.getByLabel(t.statements("form.slug")).fill(slug);
      await page.getByLabel(t.statements("form.event"), { exact: false }).selectOption({ label: title });
      await page.getByRole("button", { name: t.statements("form.begin"), exact: true }).click();
      await page
        .getByLabel(t.statements("editor.paragraph", { number: 1 }), { exact: true })
        .fill("We met in Stockholm,");
      await page.getByRole("button", { name: t.statements("editor.insert", { number: 1 }) }).click();
      await page.getByLabel(t.statements("editor.kind", { number: 2 })).selectOption("operative");
      await page
        .getByLabel(t.statements("editor.paragraph", { number: 2 }), { exact: true })
        .fill("and we agree.");
      await expectAccessible(page);
      await page.getByRole("button", { name: t.statements("editor.save") }).click();
      await expect(page.getByText(t.common("form.saved"))).toBeVisible();
      await page.getByRole("link", { name: t.statements("tabs.adoption"), exact: true }).click();
      await page.getByRole("button", { name: t.statements("adopt.button") }).click();
      const adopting = page.getByRole("alertdialog");
      await expect(adopting.getByText(t.statements("adopt.consequence"))).toBeVisible();
      await adopting.getByLabel(t.statements("adopt.when")).fill("2024-05-21T12:00");
      await expectAccessible(page);
      await adopting.getByRole("button", { name: t.statements("adopt.button") }).click();
      await expect(page.getByText(t.statements("adopted.hash"))).toBeVisible();
      expect((await page.request.get(`/${locale}/statements/${slug}`)).status()).toBe(404);
      await page.getByRole("link", { name: t.statements("tabs.publication"), exact: true }).click();
      const language = t.enums(`locale.${locale}`);
      await page.getByRole("button", { name: t.statements("publish.button", { language }) }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: t.statements("publish.confirm") })
        .click();
      await expect(
        page.getByText(t.enums("publicationState.published"), { exact: true }).first(),
      ).toBeVisible();
      await guest.goto(`/${locale}/statements/${slug}`);
      await expect(guest.getByText("and we agree.")).toBeVisible();
      await expectAccessible(guest);
      const pdf = await guest.request.get(`/${locale}/statements/${slug}.pdf`);
      expect(pdf.headers()["content-type"]).toBe("application/pdf");
    });
    await visitor.close();
  });
}
