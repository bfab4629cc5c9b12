import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { waitForMail } from "../support/smtp";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

for (const locale of ["en", "sv"] as const) {
  test(`a guaranteed place at a full event, in ${locale}`, async ({ page, browser, baseURL }, {
    project,
    retry,
  }) => {
    test.setTimeout(180_000);
    const t = wordsIn(locale);
    const slug = `invited-${project.name}${retry || ""}-${locale}`;
    const email = `invitee-${project.name}${retry || ""}-${locale}@example.org`;
    const title = `Invited ${project.name}${retry || ""} ${locale}`;

    await test.step("an organizer divides the seats of an event", async () => {
      await signInAs(page, "Ravi", locale);
      await page.goto(`/${locale}/organize/events/new`);
      await page.getByLabel(t.events("form.kind"), { exact: true }).selectOption("dialogue");
      for (const box of await page
        .getByRole("group", { name: t.events("form.title") })
        .getByRole("textbox")
        .all())
        await box.fill(title);
      await page.getByLabel(t.events("form.slug")).fill(slug);
      await page.getByLabel(t.events("form.startsAt")).fill("2030-05-20T09:00");
      await page.getByLabel(t.events("form.endsAt")).fill("2030-05-21T16:00");
      await page.getByLabel(t.events("form.policy")).selectOption("open");
      const city = page.getByRole("group", { name: t.events("form.city") });
      await city.getByRole("textbox").first().fill("Stockholm");
      await page.getByLabel(t.events("form.host", { number: 1 })).selectOption({ index: 3 });
      await page.getByLabel(t.events("form.capacity")).fill("1");
      await page.getByRole("button", { name: t.events("form.create") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await page.getByRole("button", { name: t.events("steps.announce") }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: t.events("steps.announce") })
        .click();
      await expect(page.getByText(t.enums("eventState.announced"))).toBeVisible();
      await page.getByRole("link", { name: t.events("tabs.places"), exact: true }).click();
      await page.getByLabel(t.enums("poolKind.reserve"), { exact: true }).fill("1");
      await expectAccessible(page);
      await page.getByRole("button", { name: t.places("form.save"), exact: true }).click();
      await expect(page.getByRole("row", { name: new RegExp(`${t.places("sum")} 2`) })).toBeVisible();
    });

    const visitor = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const guest = await visitor.newPage();
    await test.step("somebody takes the last open seat", async () => {
      await guest.goto(`/${locale}/events/${slug}/register`);
      await guest.getByLabel(t.registration("name"), { exact: true }).fill("Somebody quicker");
      await guest.getByLabel(t.registration("email")).fill(`quicker-${email}`);
      await guest.getByRole("button", { name: t.registration("send") }).click();
      await expect(guest.getByText(t.registration("outcome.approved"))).toBeVisible();
      await guest.goto(`/${locale}/events/${slug}/register`);
      await expect(guest.getByText(t.participations("door.waiting_list"))).toBeVisible();
    });

    await test.step("the organizer invites with a guaranteed place", async () => {
      await page.getByRole("link", { name: t.events("tabs.invitations"), exact: true }).click();
      const form = page.getByRole("region", { name: t.invitations("inviteOne") });
      await form.getByLabel(t.invitations("name")).fill("Amina bin Salman");
      await form.getByLabel(t.invitations("email")).fill(email);
      await form.getByLabel(t.invitations("class")).selectOption("speaker");
      await form.getByLabel(t.invitations("pool")).selectOption("reserve");
      await form.getByLabel(t.invitations("language")).selectOption(locale);
      await form.getByLabel(t.invitations("guaranteed")).check();
      await expectAccessible(page);
      await form.getByRole("button", { name: t.invitations("invite"), exact: true }).click();
      await expect(page.getByRole("row", { name: /Amina bin Salman/ })).toBeVisible();
      await expect(page.getByText(t.invitations("guaranteedPlace"))).toBeVisible();
    });

    await test.step("the invitee opens the mailed link, accepts and has a seat, without a script too", async () => {
      const mail = await waitForMail(email, new RegExp(title));
      expect(mail.recipients).toEqual([email]);
      const link = /https?:\/\/\S+\/invitation\/[\w-]{22}/.exec(mail.text ?? "")?.[0] ?? "";
      const response = await guest.goto(link);
      expect(response?.headers()["cache-control"]).toContain("no-store");
      await expect(guest.getByText(t.invitation("guaranteed"))).toBeVisible();
      await expectAccessible(guest);
      await page.reload();
      const listed = page.getByRole("row", { name: /Amina bin Salman/ });
      await expect(listed.getByText(t.enums("invitationState.opened"))).toBeVisible();

      const still = await browser.newContext({ baseURL, javaScriptEnabled: false });
      const quiet = await still.newPage();
      await quiet.goto(link);
      await quiet.getByLabel(t.registration("functionalTitle")).fill("Professor");
      await quiet.getByRole("button", { name: t.invitation("accept"), exact: true }).click();
      await expect(quiet.getByText(t.invitation("state.accepted"))).toBeVisible();
      await quiet.goto(link);
      await expect(quiet.getByText(t.invitation("state.accepted"))).toBeVisible();
      await still.close();

      const subject = t.participations("mail.approved.subject", { event: title });
      const welcome = await waitForMail(email, new RegExp(subject.replace(/[()]/g, ".")));
      expect(welcome.attachments).toHaveLength(1);
      await page.reload();
      await expect(listed.getByText(t.enums("invitationState.accepted"))).toBeVisible();
      await page.getByRole("link", { name: "Amina bin Salman" }).click();
      await expect(page.getByText(t.enums("participationState.approved")).first()).toBeVisible();
      const pool = t.enums("poolKind.reserve");
      await expect(page.getByText(t.participations("seat.from", { pool }))).toBeVisible();
      await expectAccessible(page);
    });

    await test.step("a decision for several says what it will do before it does it", async () => {
      await page
        .getByRole("link", { name: t.events("tabs.participants"), exact: true })
        .first()
        .click();
      await page.getByRole("checkbox", { name: "Somebody quicker" }).check();
      await page.getByLabel(t.participations("several.step"), { exact: true }).selectOption("withdraw");
      await page.getByRole("button", { name: t.participations("several.foresee", { count: 1 }) }).click();
      await expect(page.getByText(t.participations("several.will.withdraw", { count: 1 }))).toBeVisible();
      await expect(page.getByText(t.participations("several.freed", { count: 1 }))).toBeVisible();
      await expect(page.getByText(t.participations("several.mails", { count: 1 }))).toBeVisible();
      await expectAccessible(page);
      const step = t.participations("steps.withdraw.button");
      await page
        .getByRole("button", { name: t.participations("several.confirm", { step, count: 1 }) })
        .click();
      await expect(page.getByText(t.participations("several.done", { count: 1 }))).toBeVisible();
    });
    await visitor.close();
  });
}
