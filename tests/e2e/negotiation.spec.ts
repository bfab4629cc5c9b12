import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { plantStatement } from "../support/plant-negotiation";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const databaseUrl = () =>
  fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");

async function look(page: Page) {
  await expectAccessible(page, ["light"]);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(wider, "scrolls sideways").toBe(false);
}

for (const locale of ["en", "sv"] as const) {
  test(`a text is negotiated, from the zero draft to what is accepted, in ${locale}`, async ({
    page,
    browser,
    baseURL,
  }, { project }) => {
    test.setTimeout(240_000);
    const { negotiation: t, enums } = wordsIn(locale);
    const { id, title } = await plantStatement(databaseUrl(), `Negotiated ${project.name} ${locale}`, [
      "We agree by 2030.",
      "We will meet again.",
    ]);
    const base = `/${locale}/organize/statements/${id}/negotiation`;
    const desk = `/${locale}/desk/statements/${id}`;
    const [sweden, india] = locale === "en" ? ["Sweden", "India"] : ["Sverige", "Indien"];
    const open = async (name: string) => {
      const opened = await (await browser.newContext({ baseURL, viewport: page.viewportSize() })).newPage();
      await signInAs(opened, name, locale);
      return opened;
    };
    const number = (n: number) => t("amendments.number", { number: n });
    const card = (at: Page, n: number) => at.locator(`#a${n}`);

    await test.step("the secretariat invites two parties and sends the zero draft round", async () => {
      await signInAs(page, "Ravi", locale);
      await page.goto(base);
      await page.getByText(t("parties.inviteTitle")).click();
      for (const name of [sweden, india]) await page.getByLabel(name, { exact: true }).check();
      await page.getByRole("button", { name: t("parties.invite"), exact: true }).click();
      await expect(page.getByRole("heading", { name: t("parties.count", { count: 2 }) })).toBeVisible();
      await page.getByLabel(t("circulation.note")).fill("Please read.");
      await page.getByRole("button", { name: t("circulation.button"), exact: true }).click();
      await expect(page.getByRole("listitem").filter({ hasText: t("label.zero") })).toBeVisible();
      await look(page);
    });

    const karin = await open("Karin");
    const meera = await open("Meera");
    const propose = async (at: Page, words: string) => {
      await at.goto(desk);
      await at.getByRole("link", { name: t("desk.proposeOn", { reference: "1" }) }).click();
      await at.getByLabel(t("form.text")).fill(words);
      await at.getByLabel(t("form.reason")).fill("It can be done.");
      await at.getByRole("button", { name: t("form.send"), exact: true }).click();
      await expect(at).toHaveURL(new RegExp(`${desk}#a`));
    };
    await test.step("two delegations propose on one paragraph at the desk, and see that they disagree", async () => {
      await karin.goto(`/${locale}/desk`);
      await karin.getByRole("link", { name: title }).click();
      await expect(karin.getByText("Please read.")).toBeVisible();
      await propose(karin, "We agree by 2035.");
      await propose(meera, "We agree by 2040.");
      await propose(karin, "We agree by 2030 at the latest.");
      await expect(card(karin, 1)).toContainText("2035");
      await meera.reload();
      await expect(card(meera, 2)).toContainText(number(1));
      await look(karin);
    });

    await test.step("comments reach whom they are meant for", async () => {
      await karin.goto(desk);
      const form = karin.locator("form").last();
      await form.getByLabel(t("comments.text")).fill("For your ears only.");
      await form.getByLabel(t("comments.audience")).selectOption("secretariat");
      await form.getByRole("button", { name: t("comments.send") }).click();
      await expect(karin.getByText("For your ears only.").first()).toBeVisible();
      await page.goto(base);
      await expect(page.getByText("For your ears only.")).toBeVisible();
      await meera.goto(desk);
      await expect(meera.getByText("For your ears only.")).toHaveCount(0);
    });

    await test.step("one that conflicts is not accepted alone", async () => {
      await card(page, 1)
        .getByRole("link", { name: number(1), exact: true })
        .click();
      await page.getByRole("button", { name: t("step.acceptTitle", { number: 1 }) }).click();
      await expect(page.getByText(t("step.obstacles.conflict_group"))).toBeVisible();
      await look(page);
    });

    await test.step("one text settles two of them; the third needs a rebase", async () => {
      await page.goto(base);
      await page.getByRole("link", { name: t("amendments.consolidate") }).click();
      await page.getByRole("checkbox", { name: new RegExp(number(3)) }).uncheck();
      await page.getByLabel(t("consolidate.text", { reference: "1" })).fill("We agree by 2037.");
      await look(page);
      await page.getByRole("button", { name: t("consolidate.save") }).click();
      await expect(page).toHaveURL(base);
      await expect(card(page, 3)).toContainText(t("amendments.misfit.changed"));
      await page.getByRole("button", { name: t("circulation.button"), exact: true }).click();
      await expect(
        page.getByRole("listitem").filter({ hasText: t("label.rev", { number: 1 }) }),
      ).toBeVisible();
    });

    await test.step("its author renews it on the present text", async () => {
      await karin.goto(desk);
      await card(karin, 3)
        .getByRole("link", { name: number(3), exact: true })
        .click();
      await expect(karin.getByText(t("proposal.present"), { exact: true })).toBeVisible();
      await look(karin);
      const renew = karin.getByRole("button", { name: t("form.renew"), exact: true });
      const form = karin.locator("form").filter({ has: renew });
      await form.getByLabel(t("form.text")).fill("We agree by 2037 at the latest.");
      await renew.click();
      await expect(karin.getByText(t("amendments.needsRebase"))).toHaveCount(0);
    });

    await test.step("and it is accepted; the table shows what became of each", async () => {
      await page.goto(base);
      await card(page, 3)
        .getByRole("link", { name: number(3), exact: true })
        .click();
      await page.getByRole("button", { name: t("step.acceptTitle", { number: 3 }) }).click();
      await expect(card(page, 3)).toContainText(enums("amendmentState.accepted"));
      await page.goto(`${base}/table`);
      await expect(page.getByRole("columnheader", { name: sweden })).toBeVisible();
      await expect(page.getByRole("link", { name: number(2), exact: true })).toBeVisible();
      await look(page);
      const file = await page.request.get(`${base}/table/export`);
      expect(await file.text()).toContain(enums("amendmentState.consolidated"));
    });
  });
}
