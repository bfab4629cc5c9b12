import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const t = wordsIn("en");
const editor = (key: string, values?: Record<string, string | number>) =>
  t.announcements(`editor.${key}` as never, values as never) as string;

/** Saves the text, and waits until it is. */
async function save(page: Page) {
  await page.getByRole("button", { name: editor("save"), exact: true }).click();
  await expect(page.getByText(t.common("form.saved"))).toBeVisible();
}

/** Opens a page of the announcement by its tab. */
async function tab(page: Page, name: string) {
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
}

const text = (language: string) => t.announcements("tabs.text", { language });

test("a brief with every block, translated side by side, and stale where the original changed", async ({
  page,
}, { project, retry }) => {
  test.setTimeout(180_000);
  const name = `Brief ${project.name}${retry || ""}`;
  const about = `About ${project.name}${retry || ""}`;
  await signInAs(page, "Elin", "en");

  await test.step("a text is begun that is used again", async () => {
    await page.goto("/en/organize/announcements/boilerplate");
    await page.getByLabel(t.announcements("boilerplate.name")).fill(about);
    const words = page.getByRole("group", { name: t.announcements("boilerplate.text"), exact: true });
    await words.getByRole("textbox").first().fill("The group has thirty members.");
    await words.getByRole("textbox").last().fill("Gruppen har trettio medlemmar.");
    await expectAccessible(page, ["light"]);
    await page.getByRole("button", { name: t.announcements("boilerplate.begin") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(about);
    await expectAccessible(page, ["light"]);
  });

  await test.step("a brief is written with every block", async () => {
    await page.goto("/en/organize/announcements/new");
    await page.getByLabel(t.announcements("form.kind")).selectOption("brief");
    await page.getByLabel(t.announcements("form.title")).fill(name);
    await page.getByRole("button", { name: t.announcements("form.begin") }).click();
    await page.getByLabel(editor("lead")).fill("What the dialogue found.");
    await page.getByLabel(editor("dateline")).fill("Stockholm, 1 June 2022");
    await page.getByLabel(editor("authors")).fill("Ana Perez\nBo Ek");
    const body = page.getByRole("textbox", { name: editor("body"), exact: true });
    await body.click();
    const press = (tool: string) => page.getByRole("button", { name: editor(tool), exact: true }).click();
    await press("tools.heading2");
    await page.keyboard.type("Findings");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Steel is hot.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Cement is grey.");
    await press("insert.factBox.tool");
    await page.getByRole("button", { name: editor("insert.factBox.put") }).click();
    const facts = page.getByRole("group", { name: editor("block.factBox.title") });
    await expect(facts.getByLabel(editor("block.field.asOf"))).not.toHaveValue("");
    await press("insert.boilerplate.tool");
    await page
      .getByRole("combobox", { name: editor("insert.boilerplate.label"), exact: true })
      .selectOption(about);
    await page.getByRole("button", { name: editor("insert.boilerplate.put") }).click();
    await expect(body.getByText("The group has thirty members.")).toBeVisible();
    await press("insert.video.tool");
    await page.getByRole("button", { name: editor("insert.video.put") }).click();
    const film = page.getByRole("group", { name: editor("block.video.title") });
    await film.getByLabel(editor("block.field.title")).fill("The launch");
    await film.getByLabel(editor("block.field.href")).fill("https://example.org/launch");
    await expectAccessible(page);
    await save(page);
  });

  await test.step("it is kept while it is written, and folded away", async () => {
    await page.getByLabel(editor("lead")).fill("What the dialogue found out.");
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await expect(page.getByText(editor("kept"))).toBeVisible();
    await save(page);
    await tab(page, t.announcements("tabs.overview"));
    await expect(page.getByText(t.announcements("keptRevisions", { count: 1 })).first()).toBeVisible();
  });

  await test.step("it is translated part by part", async () => {
    await tab(page, text("Swedish"));
    await page.getByLabel(editor("title"), { exact: true }).fill(`Rapport ${project.name}`);
    await page.getByLabel(editor("lead")).fill("Vad dialogen kom fram till.");
    const parts = ["Rön", "Stål är varmt.", "Cement är grått."];
    for (const [index, words] of parts.entries()) {
      const part = page.getByRole("textbox", { name: editor("partIn", { number: index + 1 }) });
      await part.click();
      await page.keyboard.type(words);
    }
    while ((await page.getByRole("button", { name: editor("copyOriginal") }).count()) > 0)
      await page
        .getByRole("button", { name: editor("copyOriginal") })
        .first()
        .click();
    await save(page);
    await expect(page.getByText(editor("nothingToDo"))).toBeVisible();
    await expectAccessible(page, ["light"]);
  });

  await test.step("an edit of the third block makes that one stale, and says what changed", async () => {
    await tab(page, text("English"));
    await page.getByText("Cement is grey.").click();
    await page.keyboard.press("End");
    await page.keyboard.type(" Mostly.");
    await save(page);
    await tab(page, text("Swedish"));
    await expect(page.getByText(editor("toDo", { count: 1 }))).toBeVisible();
    await expect(page.getByText(editor("state.stale"))).toHaveCount(1);
    await expect(page.locator("ins")).toContainText("Mostly");
    await expectAccessible(page);
    await page.getByLabel(editor("stillRight", { name: editor("part", { number: 3 }) })).check();
    await save(page);
    await expect(page.getByText(editor("nothingToDo"))).toBeVisible();
  });

  await test.step("it is previewed as it will be read", async () => {
    await tab(page, t.announcements("tabs.preview", { language: "English" }));
    const article = page.getByRole("article");
    await expect(
      article.getByText(t.announcements("byline", { authors: "Ana Perez and Bo Ek" })),
    ).toBeVisible();
    await expect(article.getByText("Stockholm, 1 June 2022")).toBeVisible();
    await expect(article.getByText("The group has thirty members.")).toBeVisible();
    await expect(article.getByRole("link", { name: "The launch" })).toHaveAttribute("href", /example\.org/);
    await expectAccessible(page, ["light"]);
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
  });

  await test.step("an older revision is compared, and becomes the draft again", async () => {
    await tab(page, t.announcements("tabs.overview"));
    const older = t.announcements("revisionNumber", { language: "English", number: 2 });
    const label = t.announcements("compare.withCurrent");
    await page.getByRole("link", { name: t.announcements("compare.of", { label, what: older }) }).click();
    await expect(page.locator("ins").filter({ hasText: "Mostly" })).toBeVisible();
    await expectAccessible(page, ["light"]);
    await page.goBack();
    await page.getByRole("link", { name: older, exact: true }).click();
    await expectAccessible(page, ["light"]);
    await page.getByRole("button", { name: t.announcements("restore.button") }).click();
    await expect(page.getByLabel(editor("lead"))).toHaveValue("What the dialogue found.");
  });

  await test.step("what is used again is taken away, and stays where it is held", async () => {
    await page.goto("/en/organize/announcements/boilerplate");
    await page.getByRole("link", { name: about, exact: true }).click();
    await page
      .locator("summary")
      .filter({ hasText: t.announcements("boilerplate.remove") })
      .click();
    await page.getByRole("button", { name: t.announcements("boilerplate.remove") }).click();
    await expect(page).toHaveURL(/\/boilerplate$/);
    await expect(page.getByRole("link", { name: about, exact: true })).toHaveCount(0);
  });
});
