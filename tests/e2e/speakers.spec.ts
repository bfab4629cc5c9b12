import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { plantLiveEvent } from "../support/live-event";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const databaseUrl = () =>
  fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");

/** Seconds left on the clock of a page, read at this moment. */
async function secondsLeft(page: Page): Promise<number> {
  const text = await page.getByRole("timer").first().innerText();
  const [, sign, minutes, seconds] = /(−?)(\d+):(\d\d)/.exec(text) ?? [];
  return (Number(minutes) * 60 + Number(seconds)) * (sign ? -1 : 1);
}

for (const locale of ["en", "sv"] as const) {
  test(`a speakers' list is run, with one clock on every screen, in ${locale}`, async ({
    page,
    browser,
    baseURL,
  }, { project, retry }) => {
    test.setTimeout(240_000);
    const t = wordsIn(locale);
    const event = await plantLiveEvent(databaseUrl(), `Speakers ${project.name}${retry || ""} ${locale}`);
    const sweden = locale === "en" ? "Sweden" : "Sverige";
    const india = locale === "en" ? "India" : "Indien";
    const list = `/${locale}/organize/events/${event.id}/agenda/${event.items[1]}/speakers`;

    await test.step("the secretariat opens the list", async () => {
      await signInAs(page, "Ingrid", locale);
      await page.goto(list);
      await page.getByRole("button", { name: t.speakers("limits.open") }).click();
      await expect(page.getByText(t.speakers("nobody"))).toBeVisible();
      await look(page);
    });

    const desk = await (await browser.newContext({ baseURL, viewport: page.viewportSize() })).newPage();
    await test.step("a delegation asks for the floor and hands in its text", async () => {
      await signInAs(desk, "Karin", locale);
      await desk.goto(`/${locale}/desk/events/${event.id}/speakers`);
      await desk.getByLabel(t.speakers("request.onBehalfOf")).fill("The Nordics");
      await desk.getByRole("button", { name: t.speakers("request.ask") }).click();
      await expect(desk.getByText(t.enums("speakerState.waiting"))).toBeVisible();
      await desk.getByText(t.speakers("speech.title")).click();
      await desk.getByLabel(t.speakers("speech.file")).setInputFiles({
        name: "speech.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.4\n% a speech\n%%EOF\n"),
      });
      await desk.getByRole("button", { name: t.speakers("speech.send"), exact: true }).click();
      await expect(desk.getByRole("link", { name: t.speakers("text", { name: sweden }) })).toBeVisible();
      await look(desk);
    });

    await test.step("which the secretariat's page shows by itself; another is put up from the floor", async () => {
      await expect(page.getByRole("listitem").filter({ hasText: "The Nordics" })).toBeVisible();
      await page
        .getByLabel(t.speakers("request.organisation"), { exact: true })
        .selectOption({ label: india });
      await page.getByLabel(t.speakers("request.class"), { exact: true }).selectOption("minister");
      await page.getByRole("button", { name: t.speakers("request.add") }).click();
      const rows = page.getByRole("main").locator("ol > li");
      await expect(rows.first()).toContainText(india);
      // Pinned with its reason, the delegation stands first.
      await page.getByRole("button", { name: t.speakers("pin.title", { name: sweden }) }).click();
      const dialog = page.getByRole("alertdialog");
      await dialog.getByLabel(t.speakers("pin.place")).fill("1");
      await dialog.getByLabel(t.speakers("reason")).fill("The host speaks first.");
      await dialog.getByRole("button", { name: t.speakers("pin.button"), exact: true }).click();
      await expect(rows.first()).toContainText(sweden);
      await expect(rows.first()).toContainText("The host speaks first.");
    });

    const open = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const wall = await open.newPage();
    await test.step("the floor is given: every screen tells the same time, also after it was loaded anew", async () => {
      await wall.goto(`/${locale}/events/${event.slug}/live/screen`);
      await page.getByRole("button", { name: t.speakers("giveTo", { name: sweden }) }).click();
      await expect(page.getByRole("timer")).toBeVisible();
      await expect(wall.getByText(sweden)).toBeVisible();
      for (const reload of [false, true]) {
        if (reload) await Promise.all([page.reload(), wall.reload()]);
        await expect(page.getByRole("timer")).toBeVisible();
        await expect(wall.getByRole("timer")).toBeVisible();
        // A page that was just made is told the time once its script runs.
        await expect
          .poll(async () => {
            const [mine, theirs] = await Promise.all([secondsLeft(page), secondsLeft(wall)]);
            return Math.abs(mine - theirs);
          })
          .toBeLessThanOrEqual(1);
        expect(await secondsLeft(page)).toBeGreaterThan(200);
      }
      await look(wall, ["dark"]);
    });

    await test.step("a pause stands still everywhere; more time is given with its reason", async () => {
      await page.getByRole("button", { name: t.speakers("pause"), exact: true }).click();
      await expect(wall.getByText(t.live("clock.paused"))).toBeVisible();
      await expect(page.getByText(t.live("clock.paused"))).toBeVisible();
      const before = await secondsLeft(wall);
      expect(await secondsLeft(page)).toBe(before);
      await page.getByRole("button", { name: t.speakers("extend.button") }).click();
      const dialog = page.getByRole("alertdialog");
      await dialog.getByLabel(t.speakers("reason")).fill("The sound failed.");
      await dialog.getByRole("button", { name: t.speakers("extend.button"), exact: true }).click();
      await expect.poll(() => secondsLeft(wall)).toBe(before + 60);
      await page.getByRole("button", { name: t.speakers("resume"), exact: true }).click();
      await expect(wall.getByText(t.live("clock.paused"))).toBeHidden();
    });

    await test.step("the text is not public until it is delivered", async () => {
      const visitor = await open.newPage();
      await visitor.goto(`/${locale}/events/${event.slug}/live`);
      const link = visitor.getByRole("link", { name: t.live("speech", { organisation: sweden }) });
      await expect(link).toHaveCount(0);
      await page.getByRole("button", { name: t.speakers("end"), exact: true }).click();
      await expect(page.getByRole("timer")).toHaveCount(0);
      await visitor
        .getByText(t.live("heard", { count: 1 }))
        .first()
        .click();
      const href = await link.first().getAttribute("href");
      const speech = await visitor.request.get(href ?? "");
      expect([speech.status(), speech.headers()["content-type"]]).toEqual([200, "application/pdf"]);
      await expect(page.getByRole("table").getByText(sweden)).toBeVisible();
      await look(page);
    });
  });
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

async function look(page: Page, schemes: readonly ("light" | "dark")[] = ["light"]) {
  await expectAccessible(page, schemes);
  expect(await sideways(page), "scrolls sideways").toBe(false);
}
