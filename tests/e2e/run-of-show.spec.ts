import type { Page } from "@playwright/test";
import { now } from "@/lib/clock";
import { expectAccessible } from "../support/axe";
import { plantEvent } from "../support/plant";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const minutes = (count: number) => new Date(Math.floor(now().getTime() / 60_000 + count) * 60_000);

async function look(page: Page) {
  await expectAccessible(page);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(sideways, `${page.url()} scrolls sideways`).toBe(false);
}

for (const locale of ["en", "sv"] as const) {
  test(`the day is run by its sheet, in ${locale}`, async ({ page, browser, baseURL }, {
    project,
    retry,
  }) => {
    test.setTimeout(180_000);
    const t = wordsIn(locale);
    const of = `${project.name}${retry || ""} ${locale}`;
    const items = [
      { title: `Opening ${of}`, startsAt: minutes(30), endsAt: minutes(60) },
      { title: `Closing ${of}`, startsAt: minutes(90), endsAt: minutes(120) },
    ];
    const event = await plantEvent(`show-${project.name}${retry || ""}-${locale}`, `Show ${of}`, items);
    const sheet = `/${locale}/organize/events/${event.id}/agenda/run-of-show`;
    const field = (name: "form.cue" | "form.owner" | "form.note" | "form.offset", on = page) =>
      on.getByLabel(t.runOfShow(name), { exact: name !== "form.owner" && name !== "form.note" });
    const row = (cue: string, on = page) => on.getByRole("listitem").filter({ hasText: cue }).first();

    await test.step("an organizer hangs a row on an item", async () => {
      await signInAs(page, "Ravi", locale);
      await page.goto(sheet);
      await look(page);
      await page.getByRole("link", { name: `${t.runOfShow("addTo")} Opening ${of}` }).click();
      await page.getByRole("button", { name: t.runOfShow("form.add"), exact: true }).click();
      await expect(page.getByText(t.validation("required")).first()).toBeVisible();
      await field("form.cue").fill("Open the doors");
      await field("form.offset").fill("-60");
      await field("form.owner").fill("Door");
      await look(page);
      await page.getByRole("button", { name: t.runOfShow("form.add"), exact: true }).click();
      // An hour before what begins in half an hour: half an hour late.
      await expect(row("Open the doors")).toContainText(/(29|30|31) min/);
      await expect(page.getByText(t.runOfShow("count", { done: 0, of: 1 }))).toBeVisible();
      await look(page);
    });

    // A sheet follows by itself what others do to it; one without script stays as it was read.
    const storageState = await page.context().storageState();
    const still = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
    const older = await still.newPage();
    const second = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const other = await second.newPage();
    await test.step("protocol changes it at the same time: both texts are shown, and nothing is lost", async () => {
      await signInAs(other, "Ingrid", locale);
      const edit = new RegExp(`^${t.runOfShow("edit")} Open the doors`);
      await other.goto(sheet);
      await other.getByRole("link", { name: edit }).click();
      await field("form.cue", other).fill("Open the left doors");
      await page.getByRole("link", { name: edit }).click();
      await field("form.cue").fill("Open the right doors");
      await page.getByRole("button", { name: t.runOfShow("form.save"), exact: true }).click();
      await expect(row("Open the right doors")).toBeVisible();
      await older.goto(sheet);
      await other.getByRole("button", { name: t.runOfShow("form.save"), exact: true }).click();
      const refused = other.getByRole("alert").filter({ hasText: t.refusals("stale") });
      await expect(refused).toContainText("Open the right doors");
      await expect(refused).toContainText("Open the left doors");
      await expect(field("form.cue", other)).toHaveValue("Open the left doors");
      await look(other);
      await other.getByRole("button", { name: t.runOfShow("form.save"), exact: true }).click();
      await expect(row("Open the left doors", other)).toBeVisible();
    });
    await second.close();

    await test.step("the door ticks it with one press, and changes nothing else", async () => {
      const third = await browser.newContext({ baseURL, viewport: page.viewportSize() });
      const door = await third.newPage();
      await signInAs(door, "Tomás", locale);
      await door.goto(`/${locale}/organize/events/${event.id}`);
      await door
        .getByRole("link", { name: t.events("tabs.runOfShow"), exact: true })
        .first()
        .click();
      const tick = door.getByRole("button", { name: t.runOfShow("tick", { cue: "Open the left doors" }) });
      const box = await tick.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      await expect(door.getByRole("link", { name: t.runOfShow("add"), exact: true })).toHaveCount(0);
      // Ticking what was changed since is refused with what it says now.
      await older.getByRole("button", { name: t.runOfShow("tick", { cue: "Open the right doors" }) }).click();
      await expect(
        older.getByText(t.refusals("cue_changed", { cue: "Open the left doors" })).first(),
      ).toBeAttached();
      await still.close();
      await tick.click();
      const back = door.getByRole("button", { name: t.runOfShow("untick", { cue: "Open the left doors" }) });
      await expect(back).toBeVisible();
      await expect(row("Open the left doors", door)).toContainText(t.runOfShow("done"));
      await look(door);
      await back.click();
      await expect(tick).toBeVisible();
      await tick.click();
      await expect(back).toBeVisible();
      await third.close();
    });

    await test.step("its rows are copied to another item, exported and printed", async () => {
      await page.goto(sheet);
      await expect(page.getByText(t.runOfShow("count", { done: 1, of: 1 }))).toBeVisible();
      await page.getByRole("link", { name: `${t.runOfShow("copyFrom")} Opening ${of}` }).click();
      const to = page.getByLabel(t.runOfShow("copy.to"), { exact: true });
      await to.selectOption({ value: event.itemIds[1] ?? "" });
      await look(page);
      await page.getByRole("button", { name: t.runOfShow("copy.button"), exact: true }).click();
      await expect(page.getByText(t.runOfShow("count", { done: 1, of: 2 }))).toBeVisible();
      const csv = await page.request.get(`${sheet}/export?as=csv`);
      expect((await csv.text()).match(/Open the left doors,Door/g)).toHaveLength(2);
      expect((await page.request.get(`${sheet}/export?as=xlsx`)).status()).toBe(200);
      await page.emulateMedia({ media: "print" });
      await expect(page.getByRole("button", { name: /Open the left doors/ })).toHaveCount(0);
      await expect(row("Open the left doors")).toBeVisible();
      await page.emulateMedia({ media: null });
    });

    await test.step("nothing of it is public, nor for a focal point", async () => {
      await event.release();
      const visitor = await browser.newContext({ baseURL });
      const guest = await visitor.newPage();
      await guest.goto(`/${locale}/events/show-${project.name}${retry || ""}-${locale}`);
      await expect(guest.getByText(`Opening ${of}`)).toBeVisible();
      expect(await guest.content()).not.toContain("Open the left doors");
      await signInAs(guest, "Karin", locale);
      expect((await guest.request.get(sheet)).status()).toBe(404);
      expect((await guest.request.get(`${sheet}/export?as=csv`)).status()).toBe(404);
      await visitor.close();
    });
  });
}
