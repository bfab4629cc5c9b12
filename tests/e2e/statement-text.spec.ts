import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

async function look(page: Page) {
  await expectAccessible(page);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(sideways, `${page.url()} scrolls sideways`).toBe(false);
}

/** Writes into a field that may only now come to life: until it has, what is written may be written over. */
async function write(field: Locator, words: string) {
  await expect(async () => {
    await field.fill(words);
    await expect(field).toHaveValue(words, { timeout: 1_000 });
  }).toPass();
}

/** A text in English with the interface in each language: the words of the text are the same for both. */
for (const locale of ["en", "sv"] as const) {
  test(`two people write one text, settle its brackets and translate it, in ${locale}`, async ({
    page,
    browser,
    baseURL,
  }, { project, retry }) => {
    test.setTimeout(150_000);
    const t = wordsIn(locale);
    const say = t.statements;
    const of = `${project.name}${retry || ""} ${locale}`;
    const paragraph = (number: number, on = page) =>
      on.getByLabel(say("editor.paragraph", { number }), { exact: true });
    const press = (name: string, on = page) => on.getByRole("button", { name, exact: true }).click();
    const save = (on = page) => press(say("editor.save"), on);
    const saved = (on = page) => expect(on.getByText(t.common("form.saved"))).toBeVisible();

    await test.step("a text is begun, split, levelled and bracketed from the keyboard and by buttons", async () => {
      await signInAs(page, "Elin", locale);
      await page.goto(`/${locale}/organize/statements/new`);
      await page.getByLabel(say("form.title"), { exact: true }).fill(`Text ${of}`);
      await page.getByLabel(say("form.slug")).fill(`text-${project.name}${retry || ""}-${locale}`);
      await page.getByLabel(say("form.authenticLocale"), { exact: true }).selectOption("en");
      await press(say("form.begin"));
      await write(paragraph(1), "We will buy green steel by 2030. We will report each year.");
      await page.getByLabel(say("editor.kind", { number: 1 })).selectOption("operative");
      await paragraph(1).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(33, 33));
      await press(say("editor.split", { number: 1 }));
      await expect(paragraph(2)).toHaveValue("We will report each year.");
      await expect(paragraph(2)).toBeFocused();
      await page.getByLabel(say("editor.level", { number: 2 })).selectOption("1");
      await press(say("editor.insert", { number: 2 }));
      await write(paragraph(3), "We thank our hosts.");
      await paragraph(3).press("Alt+ArrowUp");
      await expect(paragraph(2)).toHaveValue("We thank our hosts.");
      await expect(paragraph(2)).toBeFocused();
      await paragraph(2).press("Alt+ArrowDown");
      await write(paragraph(1), "We will buy green steel [by 2030.");
      await save();
      await expect(page.getByText(t.validation("unbalancedBracket")).first()).toBeVisible();
      await write(paragraph(1), "We will buy green steel [by 2030|by 2035|].");
      await page.getByText(say("editor.holders.title", { number: 1, count: 1 })).click();
      await page
        .getByRole("group", { name: say("editor.holders.option", { words: "by 2035" }) })
        .getByRole("checkbox")
        .first()
        .check();
      await look(page);
      await save();
      await saved();
    });
    const address = page.url();

    const context = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const other = await context.newPage();
    await test.step("somebody else saves another paragraph meanwhile: both are merged", async () => {
      await signInAs(other, "Ravi", locale);
      await other.goto(address);
      await write(paragraph(3, other), "We thank our hosts, warmly.");
      await save(other);
      await saved(other);
      await write(paragraph(2), "We will report every year.");
      await save();
      await expect(page.getByText(say("editor.conflict.mergedText"))).toBeVisible();
      await expect(paragraph(3)).toHaveValue("We thank our hosts, warmly.");
      await look(page);
    });

    await test.step("both change the same paragraph: it is decided with all three texts in sight", async () => {
      await write(paragraph(3, other), "We thank our hosts and the city.");
      await write(paragraph(2, other), "We will report every spring.");
      await save(other);
      const refused = other.getByRole("alert").filter({ hasText: t.refusals("stale") });
      await expect(refused).toBeVisible();
      await expect(paragraph(2, other)).toHaveValue("We will report every spring.");
      await expect(paragraph(3, other)).toHaveValue("We thank our hosts and the city.");
      await look(other);
      await press(say("editor.conflict.takeTheirs"), other);
      await expect(paragraph(2, other)).toHaveValue("We will report every year.");
      await save(other);
      await saved(other);
      await page.reload();
      await expect(paragraph(2)).toHaveValue("We will report every year.");
      await expect(paragraph(3)).toHaveValue("We thank our hosts and the city.");
    });

    await test.step("a bracket is settled with a reason, and the chart tells", async () => {
      await page.goto(address.replace("/text/en", "/brackets"));
      await look(page);
      await press(say("brackets.settle"));
      await expect(page.getByText(say("brackets.choose"))).toBeVisible();
      await page.getByLabel("by 2035", { exact: false }).check();
      await page.getByLabel(say("brackets.reason"), { exact: true }).fill("Agreed in the room");
      await press(say("brackets.settle"));
      await expect(page.getByText(say("brackets.none"))).toBeVisible();
      await page.getByText(say("brackets.asTable")).click();
      await look(page);
    });

    await test.step("agreed language is found, cited, and seen to have drifted", async () => {
      await page.goto(address);
      await expect(paragraph(1)).toHaveValue("We will buy green steel by 2035.");
      await page.getByLabel(say("agreed.words")).fill("industry transition");
      await press(say("agreed.search"));
      await page
        .getByRole("button", { name: say("agreed.take"), exact: true })
        .first()
        .click();
      await expect(page.getByText(say("agreed.identical"), { exact: true })).toBeVisible();
      await paragraph(4).press("Control+End");
      await paragraph(4).pressSequentially(" Indeed.");
      await expect(page.getByText(say("agreed.drifted"), { exact: true })).toBeVisible();
      await look(page);
      await save();
      await saved();
    });

    await test.step("it is translated, lags behind, is said to be still right, and looked over", async () => {
      await page.goto(address.replace("/text/en", "/text/sv"));
      await page.getByLabel(say("editor.title"), { exact: true }).fill(`Text ${of}`);
      for (const [at, words] of [
        "Vi köper grönt stål till 2035.",
        "Vi rapporterar varje år.",
        "Vi tackar.",
      ].entries())
        await write(paragraph(at + 1), words);
      await save();
      await saved();
      await expect(page.getByText(say("editor.notTranslated"))).toHaveCount(1);
      await expect(page.getByText(say("review.own"))).toBeVisible();
      await other.goto(address);
      await write(paragraph(1, other), "We will buy green steel by 2035!");
      await other.getByLabel(say("editor.noEffect")).check();
      await write(paragraph(2, other), "We will report annually.");
      await save(other);
      await saved(other);
      await page.reload();
      await expect(page.getByText(say("editor.wantsTranslation"))).toHaveCount(1);
      await page.getByLabel(say("editor.stillRight", { number: 2 })).check();
      await look(page);
      await save();
      await saved();
      await expect(page.getByText(say("editor.wantsTranslation"))).toHaveCount(0);
      await other.goto(page.url());
      await press(say("review.button"), other);
      await expect(other.getByText(say("review.reviewed", { name: "Ravi Deshmukh" }))).toBeVisible();
      await look(other);
    });
    await context.close();
  });
}
