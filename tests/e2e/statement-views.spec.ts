import { setTimeout } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const text = `Recalling the treaty of the group,

1. We act [by 2030|by 2035] on steel.

(a) At once in our own works.

2. We meet again, and a rather long line of the words of this paragraph goes on and on until it must be broken.`;

async function look(page: Page) {
  await expectAccessible(page, ["light"]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(sideways, "scrolls sideways").toBe(false);
}

for (const locale of ["en", "sv"] as const) {
  test(`a text is brought in, looked at in every view, taken out and projected, in ${locale}`, async ({
    page,
    context,
  }, { project, retry }) => {
    test.setTimeout(120_000);
    const t = wordsIn(locale);
    const say = (key: string, values?: Record<string, string | number>) =>
      t.statements(key as Parameters<typeof t.statements>[0], values);

    await test.step("a statement is begun with a text that is pasted", async () => {
      await signInAs(page, "Ravi", locale);
      await page.goto(`/${locale}/organize/statements/new`);
      await page.getByLabel(say("form.title")).fill("On steel");
      await page.getByLabel(say("form.slug")).fill(`views-${project.name}${retry || ""}-${locale}`);
      await page.getByRole("button", { name: say("form.beginImport") }).click();
      await page.getByLabel(say("files.paste")).fill(text);
      await page.getByRole("button", { name: say("files.read") }).click();
      await expect(page.getByText(say("files.preview", { count: 4 }))).toBeVisible();
      await look(page);
    });

    await test.step("looked through, and saved with another kind", async () => {
      await expect(page.getByLabel(say("files.kind", { number: 1 }))).toHaveValue("preambular");
      await expect(page.getByLabel(say("files.level", { number: 3 }))).toHaveValue("1");
      await page.getByLabel(say("files.level", { number: 3 })).selectOption("0");
      await page.getByRole("button", { name: say("files.take") }).click();
      await expect(page).toHaveURL(/revisions\/[0-9a-f-]{36}\?against=/);
      await expect(page.locator("ins", { hasText: "Recalling" })).toBeVisible();
    });
    const [revision = ""] = page.url().split("?");

    await test.step("seen in its views", async () => {
      await page.getByRole("link", { name: say("views.names.brackets") }).click();
      await expect(page.getByText(say("views.open", { brackets: 1, options: 2 }))).toBeVisible();
      await look(page);
      await page.getByRole("link", { name: say("views.names.lines") }).click();
      await expect(page.getByText(say("views.linesHelp", { version: 1 }))).toBeVisible();
      await expect(page.getByText("5", { exact: true })).toBeVisible();
      await look(page);
      await page.getByRole("link", { name: say("views.names.final") }).click();
      await expect(page.getByText(say("views.notFinal"))).toBeVisible();
      await page.getByRole("link", { name: say("views.names.changes") }).click();
      await expect(page.getByText(say("views.amendments", { count: 0 }))).toBeVisible();
      await look(page);
    });

    await test.step("and taken out as files", async () => {
      for (const as of ["docx", "pdf", "md", "txt"]) {
        const answer = await page.request.get(`${revision}/export.${as}`);
        expect(answer.status()).toBe(200);
        expect(answer.headers()["content-disposition"]).toContain(`.${as}`);
        expect(answer.headers()["cache-control"]).toContain("no-store");
      }
      expect(
        (await (await page.request.get(`${revision}/export.docx`)).body()).subarray(0, 2).toString(),
      ).toBe("PK");
    });

    await test.step("the screen of the room follows the chair", async () => {
      await page.goto(revision.replace(/revisions\/.*/, "floor"));
      const screen = await context.newPage();
      // The chair begins after the screen's page was made, and before it follows: it is not missed.
      let follow = () => {};
      const begun = new Promise<void>((resolve) => {
        follow = resolve;
      });
      await screen.route("**/projection/stream", async (route) => {
        await begun;
        await route.continue();
      });
      await screen.goto(revision.replace(/revisions\/.*/, "projection"));
      await expect(screen.getByText(say("views.notBegun"))).toBeVisible();
      await page.getByRole("button", { name: say("views.begin") }).click();
      await expect(page.getByText(say("views.onScreen"))).toHaveCount(1);
      follow();
      const current = screen.locator("section[aria-current=true]");
      await expect(current).toContainText("Recalling");
      await look(page);
      await look(screen);
      await page.getByRole("button", { name: say("views.next") }).click();
      await expect(current).toContainText("We act");
      await expect(page.getByText(say("views.onScreen"))).toHaveCount(1);
      await page.getByRole("heading", { level: 1 }).click();
      const began = performance.now();
      await page.keyboard.press("ArrowRight");
      await expect(current).toContainText("At once");
      // A second in the room; more is granted to a machine that does much else.
      expect(performance.now() - began).toBeLessThan(4_000);
      // The room sees a move before its answer reaches the chair, who presses again: no press is lost.
      await page.route("**/floor", async (route) => {
        const response = await route.fetch();
        await setTimeout(1_000);
        await route.fulfill({ response });
      });
      await page.keyboard.press("ArrowLeft");
      await expect(current).toContainText("We act");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await expect(current).toContainText("We meet again");
      // The last answer is still on its way.
      await page.unrouteAll({ behavior: "wait" });
      await screen.reload();
      await expect(current).toContainText("We meet again");
      await expect(current).toBeInViewport();
    });
  });
}
