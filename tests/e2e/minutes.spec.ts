import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { plantEvent } from "../support/plant";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

async function look(page: Page) {
  await expectAccessible(page);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(sideways, `${page.url()} scrolls sideways`).toBe(false);
}

for (const locale of ["en", "sv"] as const) {
  test(`minutes are written, compared and opened, with a document, in ${locale}`, async ({
    page,
    browser,
    baseURL,
  }, { project, retry }) => {
    test.setTimeout(180_000);
    const t = wordsIn(locale);
    const of = `${project.name}${retry || ""} ${locale}`;
    const slug = `minutes-${project.name}${retry || ""}-${locale}`;
    const event = await plantEvent(slug, `Minutes ${of}`, [
      {
        title: `Roundtable ${of}`,
        startsAt: new Date("2030-05-20T08:00:00Z"),
        endsAt: new Date("2030-05-20T09:00:00Z"),
        attribution: "chatham_house",
        speaker: "Edith Nordqvist",
      },
    ]);
    const item = event.itemIds[0] ?? "";
    const address = `/${locale}/organize/events/${event.id}/agenda/${item}/minutes`;
    const text = (on = page) => on.getByLabel(t.minutes("form.body"), { exact: true });
    const save = (on = page) => on.getByRole("button", { name: t.minutes("form.save"), exact: true });

    await test.step("an editor writes them, and is warned of a name under the Chatham House rule", async () => {
      await signInAs(page, "Elin", locale);
      await page.goto(`/${locale}/organize/events/${event.id}`);
      await page
        .getByRole("link", { name: t.events("tabs.minutes"), exact: true })
        .first()
        .click();
      await look(page);
      await page.getByRole("link", { name: `Roundtable ${of}` }).click();
      await expect(page.getByText(t.minutes("rules.chatham_house"))).toBeVisible();
      await text().fill("## Demand\n\nMs Nordqvist asked for long contracts.");
      await look(page);
      await save().click();
      await expect(page.getByText(t.common("form.saved"))).toBeVisible();
      await expect(page.getByText(t.minutes("named"))).toBeVisible();
      await expect(page.getByText("Edith Nordqvist")).toBeVisible();
      await expect(page.getByRole("button", { name: t.minutes("steps.publish", { number: 1 }) })).toHaveCount(
        0,
      );
    });

    const second = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const organizer = await second.newPage();
    await test.step("an organizer saves at the same time: both texts are shown, and nothing is lost", async () => {
      await signInAs(organizer, "Ravi", locale);
      await organizer.goto(address);
      await text(organizer).fill("## Demand\n\nOne delegation asked for long contracts.");
      await text().fill("## Demand\n\nMs Nordqvist asked for short contracts.");
      await save().click();
      await expect(page.getByText(t.minutes("revision", { number: 2 }), { exact: true })).toBeVisible();
      await save(organizer).click();
      const refused = organizer.getByRole("alert").filter({ hasText: t.refusals("stale") });
      await expect(refused).toContainText("Ms Nordqvist asked for short contracts.");
      await expect(refused).toContainText("One delegation asked for long contracts.");
      await look(organizer);
      await save(organizer).click();
      await expect(organizer.getByText(t.minutes("revision", { number: 3 }), { exact: true })).toBeVisible();
      await expect(organizer.getByText(t.minutes("named"))).toHaveCount(0);
    });

    await test.step("any revision shows what changed in it", async () => {
      await organizer.getByRole("link", { name: t.minutes("changes", { number: 3 }), exact: true }).click();
      await expect(organizer.locator("ins").filter({ hasText: "One" })).toBeVisible();
      await expect(organizer.locator("del").filter({ hasText: "Nordqvist" })).toBeVisible();
      await look(organizer);
    });

    await test.step("a public document is added to the item, in vain where it is no document", async () => {
      await organizer.goto(address.replace(/\/minutes$/, ""));
      const documents = organizer.getByRole("region", { name: t.papers("documents"), exact: true });
      await documents.getByText(t.papers("add"), { exact: true }).click();
      const titles = documents.getByRole("group", { name: t.papers("form.title") }).getByRole("textbox");
      await titles.first().fill("Questions");
      await titles.last().fill("Frågor");
      const file = documents.getByLabel(t.papers("form.file"), { exact: true });
      const sent = { name: "questions.pdf", mimeType: "application/pdf" };
      await file.setInputFiles({ ...sent, buffer: Buffer.from("MZ\u0000\u0001") });
      await documents.getByRole("button", { name: t.papers("form.add"), exact: true }).click();
      await expect(documents.getByText(t.refusals("document_type"))).toBeVisible();
      await file.setInputFiles({ ...sent, buffer: Buffer.from("%PDF-1.7\n%%EOF\n") });
      await documents.getByRole("button", { name: t.papers("form.add"), exact: true }).click();
      await expect(documents.getByRole("link", { name: /Questions|Frågor/ })).toBeVisible();
      await look(organizer);
    });

    const visitor = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const guest = await visitor.newPage();
    const title = locale === "en" ? "Questions" : "Frågor";
    await test.step("nobody outside reads either before the item is released", async () => {
      const inside = await organizer.getByRole("link", { name: title, exact: true }).getAttribute("href");
      const id = inside?.split("/").at(-1);
      expect((await guest.request.get(`/${locale}/events/${slug}/documents/${id}`)).status()).toBe(404);
      expect((await guest.request.get(inside ?? "")).status()).toBe(404);
      await event.release();
      await guest.goto(`/${locale}/events/${slug}`);
      const link = guest.getByRole("link", { name: title, exact: true });
      const answer = await guest.request.get((await link.getAttribute("href")) ?? "");
      expect(answer.headers()["content-disposition"]).toContain("attachment");
      expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
      await look(guest);
      await expect(guest.getByRole("link", { name: t.papers("minutes"), exact: true })).toHaveCount(0);
      expect((await guest.request.get(`/${locale}/events/${slug}/minutes/${item}`)).status()).toBe(404);
    });

    await test.step("the organizer publishes the minutes, and takes them back", async () => {
      await organizer.goto(address);
      const publish = t.minutes("steps.publish", { number: 3 });
      await organizer.getByRole("button", { name: publish }).click();
      await look(organizer);
      await organizer.getByRole("alertdialog").getByRole("button", { name: publish }).click();
      await expect(organizer.getByText(t.minutes("obstacles.already_public"))).toBeVisible();
      await guest.reload();
      await guest.getByRole("link", { name: t.papers("minutes"), exact: true }).click();
      await expect(guest.getByText("One delegation asked for long contracts.")).toBeVisible();
      await expect(guest.getByText(t.minutes("chathamHouseRead"))).toBeVisible();
      await look(guest);
      const withdraw = t.minutes("steps.withdraw");
      await organizer.getByRole("button", { name: withdraw }).click();
      const dialog = organizer.getByRole("alertdialog");
      await dialog.getByLabel(t.minutes("steps.reason")).fill("A mistake");
      await dialog.getByRole("button", { name: withdraw }).click();
      await expect(organizer.getByRole("button", { name: publish })).toBeVisible();
      expect((await guest.request.get(guest.url())).status()).toBe(404);
    });

    await test.step("a removed document is gone for everybody", async () => {
      await organizer.goto(address.replace(/\/minutes$/, ""));
      const link = organizer.getByRole("link", { name: title, exact: true });
      const inside = (await link.getAttribute("href")) ?? "";
      await organizer.getByRole("button", { name: t.papers("remove.label", { title }) }).click();
      await organizer
        .getByRole("alertdialog")
        .getByRole("button", { name: t.papers("remove.button"), exact: true })
        .click();
      // While the question stands, what is behind it is hidden from the roles too: the file says when it is done.
      await expect.poll(async () => (await organizer.request.get(inside)).status()).toBe(404);
      await expect(link).toHaveCount(0);
    });
    await Promise.all([second.close(), visitor.close()]);
  });
}
