import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const t = wordsIn("en").announcements;
const english = wordsIn("en").enums("locale.en");

/** The part of a page that is about the English text. */
const ofEnglish = (page: Page): Locator => page.getByRole("region", { name: english, exact: true });

test("a text is looked over, goes out as it was approved, moves, and is taken back", async ({
  page,
  browser,
  baseURL,
}, { project, retry }) => {
  test.setTimeout(120_000);
  const mark = `${project.name}${retry || ""}`;
  const title = `Reviewed words ${mark}`;
  const slug = `reviewed-words-${mark}`;
  const others = await Promise.all(
    [1, 2].map(() => browser.newContext({ baseURL, viewport: page.viewportSize() })),
  );
  const [colleague, guest] = await Promise.all(others.map((context) => context.newPage()));
  if (!colleague || !guest) throw new Error("nobody");
  let piece = "";
  let link = "";

  await test.step("an editor writes, lets the embassy read it, and asks for a second pair of eyes", async () => {
    await signInAs(page, "Elin", "en");
    await page.goto("/en/organize/announcements/new");
    await page.getByLabel(t("form.kind")).selectOption("article");
    await page.getByLabel(t("form.title")).fill(title);
    await page.getByLabel(t("form.slug")).fill(slug);
    await page.getByRole("button", { name: t("form.begin") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    piece = new URL(page.url()).pathname.replace(/\/text\/.*/, "");
    await page.getByRole("textbox", { name: new RegExp(`^${t("editor.lead")}`) }).fill("What it is about.");
    await page.getByRole("button", { name: t("editor.save"), exact: true }).click();
    await expect(page.getByText(wordsIn("en").common("form.saved"))).toBeVisible();
    await page.goto(`${piece}/publication`);
    await page.getByLabel(t("previewLinks.note")).fill("The embassy");
    await page.getByRole("button", { name: t("previewLinks.create") }).click();
    link = await page.getByLabel(t("previewLinks.link"), { exact: true }).inputValue();
    await expectAccessible(page);
    await page.goto(`${piece}/review`);
    await ofEnglish(page)
      .getByRole("button", { name: t("review.submit") })
      .click();
    await expect(ofEnglish(page).getByText(t("review.own"))).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("who has the link reads it, in nobody's cache; nobody else does", async () => {
    const answer = await guest.goto(new URL(link).pathname);
    expect(answer?.headers()["cache-control"]).toContain("no-store");
    await expect(guest.getByRole("heading", { name: title })).toBeVisible();
    await expect(guest.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expectAccessible(guest);
    expect((await guest.goto(`/en/news/${slug}`))?.status()).toBe(404);
    expect((await guest.goto("/en/preview/made-up"))?.status()).toBe(404);
  });

  await test.step("another finds it among what waits, remarks on it, and approves it", async () => {
    await signInAs(colleague, "Ravi", "en");
    await colleague.getByRole("link", { name: title }).click();
    await colleague.waitForURL(/\/review$/);
    await ofEnglish(colleague).getByLabel(t("review.remark")).fill("Whose number is this?");
    await ofEnglish(colleague)
      .getByRole("button", { name: t("review.say") })
      .click();
    await expect(ofEnglish(colleague).getByText("Whose number is this?").first()).toBeVisible();
    await ofEnglish(colleague)
      .getByRole("button", { name: t("review.approve") })
      .click();
    await expect(
      ofEnglish(colleague).getByText(t("review.state.approved"), { exact: true }).first(),
    ).toBeVisible();
  });

  await test.step("it is scheduled, and what is drafted meanwhile does not go out", async () => {
    await colleague.goto(`${piece}/publication`);
    await expectAccessible(colleague);
    await ofEnglish(colleague)
      .getByRole("button", { name: t("publish.button", { language: english }), exact: true })
      .click();
    const dialog = colleague.getByRole("alertdialog");
    await dialog.getByLabel(t("publish.publicFrom")).fill("2099-01-01T10:00");
    await dialog.getByRole("button", { name: t("publish.confirm") }).click();
    await expect(ofEnglish(colleague).getByText(t("publication.pinned", { number: 2 }))).toBeVisible();
    await page.goto(`${piece}/text/en`);
    await page.getByLabel(t("editor.title"), { exact: true }).fill(`${title}, a draft`);
    await page.getByRole("button", { name: t("editor.save"), exact: true }).click();
    await expect(page.getByText(wordsIn("en").common("form.saved"))).toBeVisible();
    await colleague.reload();
    await expect(ofEnglish(colleague).getByText(t("publication.newer", { number: 3 }))).toBeVisible();
    expect((await guest.goto(`/en/news/${slug}`))?.status()).toBe(404);
    // Now instead: the embargo is lifted, and the approved text is published.
    await ofEnglish(colleague)
      .getByRole("button", { name: t("withdraw.button", { language: english }) })
      .click();
    await dialog.getByLabel(t("withdraw.reason")).fill("It is wanted today.");
    await dialog.getByRole("button", { name: t("withdraw.confirm") }).click();
    await expect(dialog).toBeHidden();
    await ofEnglish(colleague)
      .getByRole("button", { name: t("publish.button", { language: english }), exact: true })
      .click();
    await dialog.getByRole("button", { name: t("publish.confirm") }).click();
    await expect(dialog).toBeHidden();
    expect((await guest.goto(`/en/news/${slug}`))?.status()).toBe(200);
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText(title);
    await guest.goto(new URL(link).pathname);
    await expect(guest).toHaveURL(new RegExp(`/en/news/${slug}$`));
  });

  await test.step("its address changes, and the former one leads there for good", async () => {
    await colleague.goto(piece);
    await colleague.getByLabel(t("addresses.slug", { language: english })).fill(`${slug}-moved`);
    await colleague
      .getByRole("button", { name: t("addresses.save") })
      .first()
      .click();
    await expect(colleague.getByText(t("addresses.former", { list: slug }))).toBeVisible();
    await expectAccessible(colleague);
    const moved = await guest.request.get(`/en/news/${slug}`, { maxRedirects: 0 });
    expect([moved.status(), moved.headers().location]).toEqual([308, `/en/news/${slug}-moved`]);
    await guest.goto(`/en/news/${slug}`);
    await expect(guest).toHaveURL(new RegExp(`${slug}-moved$`));
    await expect(guest.locator('link[rel="canonical"]')).toHaveAttribute(
      "href",
      new RegExp(`${slug}-moved$`),
    );
  });

  await test.step("it is withdrawn, and stays readable with the reason", async () => {
    await colleague.goto(`${piece}/publication`);
    await ofEnglish(colleague)
      .getByRole("button", { name: t("withdraw.button", { language: english }) })
      .click();
    const dialog = colleague.getByRole("alertdialog");
    await dialog.getByLabel(t("publication.kind")).selectOption("withdrawn");
    await expect(dialog.getByLabel(t("withdraw.reason"))).toHaveValue("It is wanted today.");
    await dialog.getByLabel(t("withdraw.reason")).fill("Its numbers are disputed.");
    await expectAccessible(colleague);
    await dialog.getByRole("button", { name: t("withdraw.confirm") }).click();
    await expect(dialog).toBeHidden();
    await guest.goto(`/en/news/${slug}-moved`);
    await expect(guest.getByText("Its numbers are disputed.")).toBeVisible();
    await expectAccessible(guest);
    await guest.goto("/en/news");
    await expect(guest.getByRole("link", { name: title })).toHaveCount(0);
  });
  await Promise.all(others.map((context) => context.close()));
});
