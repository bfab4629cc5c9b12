import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { waitForMail } from "../support/smtp";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

test("a company applies, the board approves, and its focal point comes to a desk that nobody knows of", async ({
  page,
  browser,
  baseURL,
}, { project, retry }) => {
  test.setTimeout(240_000);
  // Each width its own language: both run on one stage.
  const locale = project.name === "wide" ? ("en" as const) : ("sv" as const);
  const t = wordsIn(locale);
  const key = `${project.name}${retry || ""}`;
  const name = `Quietworks ${key}`;
  const email = `contact-${key}@quietworks.example.org`;
  const context = () => browser.newContext({ baseURL, viewport: page.viewportSize() });
  const guest = await (await context()).newPage();
  const noWider = async (of = page) =>
    expect(
      await of.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);

  await test.step("a company applies by the public form, without a script too", async () => {
    const still = await browser.newContext({ baseURL, javaScriptEnabled: false });
    const quiet = await still.newPage();
    await guest.goto(`/${locale}/members`);
    await guest.getByRole("link", { name: t.application("link") }).click();
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText(t.application("title"));
    await expectAccessible(guest);
    await noWider(guest);
    await quiet.goto(`/${locale}/members/apply`);
    await quiet
      .getByRole("group", { name: t.application("name"), exact: true })
      .getByRole("textbox")
      .first()
      .fill(name);
    await quiet.getByLabel(t.application("contactName")).fill("Marta Nowak");
    await quiet.getByLabel(t.application("contactEmail")).fill(email);
    await quiet.getByLabel(t.application("motivation")).fill("We want to learn from the others.");
    await quiet.getByLabel(t.application("document", { number: 1 })).setInputFiles({
      name: "letter.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
    });
    await quiet.getByRole("button", { name: t.application("send") }).click();
    // A company has a sector: what was written stands there still.
    await expect(quiet.getByText(t.validation("sectors")).first()).toBeVisible();
    await expect(quiet.getByLabel(t.application("contactEmail"))).toHaveValue(email);
    await quiet.getByLabel(t.enums("sector.steel")).check();
    await quiet.getByLabel(t.application("document", { number: 1 })).setInputFiles({
      name: "letter.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
    });
    await quiet.getByRole("button", { name: t.application("send") }).click();
    await expect(quiet.getByText(t.application("done"))).toBeVisible();
    await still.close();
  });

  let link = "";
  await test.step("the contact sees by the mailed link where it stands", async () => {
    const mail = await waitForMail(email, new RegExp(name));
    link = /https?:\/\/\S+\/application\/[\w-]{22}/.exec(mail.text ?? "")?.[0] ?? "";
    const response = await guest.goto(link);
    expect(response?.headers()["cache-control"]).toContain("no-store");
    await expect(guest.getByText(t.application("state.applied"))).toBeVisible();
    await expectAccessible(guest);
    await noWider(guest);
  });

  await test.step("the secretariat reviews it and sends it to the board", async () => {
    await signInAs(page, "Ravi", locale);
    await page.goto(`/${locale}/organize/accessions?q=${encodeURIComponent(name)}`);
    await expectAccessible(page);
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("button", { name: t.accessions("steps.review"), exact: true }).click();
    await expect(page.getByText(t.enums("accessionState.in_review")).first()).toBeVisible();
    await page
      .getByRole("button", {
        name: `${t.accessions("tick")}: ${t.enums("accessionCheck.commitment_on_file")}`,
      })
      .click();
    await expect(page.getByText(/Ravi Deshmukh, /).first()).toBeVisible();
    const file = page.waitForEvent("download");
    await page.getByRole("link", { name: "letter.pdf" }).click();
    expect((await file).suggestedFilename()).toBe("letter.pdf");
    await page
      .locator("summary")
      .filter({ hasText: t.accessions("steps.sendToBoard") })
      .click();
    await page.getByRole("button", { name: t.accessions("steps.sendToBoard"), exact: true }).click();
    await expect(page.getByText(t.enums("accessionState.with_board")).first()).toBeVisible();
    await expect(page.getByText(t.accessions("obstacles.quorum_not_reached"))).toBeVisible();
    await expectAccessible(page);
    await noWider();
  });

  await test.step("two of the board approve", async () => {
    for (const member of ["Astrid Hallgren", "Anand Raghavan"]) {
      const seat = page.getByRole("listitem").filter({ hasText: member });
      await seat.locator("summary").click();
      await seat.getByRole("button", { name: t.accessions("votes.save"), exact: true }).click();
      await expect(seat.getByText(t.enums("boardAnswer.approves")).first()).toBeVisible();
      await expect(seat.getByText(/Ravi Deshmukh/)).toBeVisible();
    }
    await expect(page.getByText(t.accessions("obstacles.quorum_not_reached"))).toHaveCount(0);
  });

  await test.step("approval makes it a member that waits for its announcement", async () => {
    await page
      .locator("summary")
      .filter({ hasText: t.accessions("steps.approve") })
      .click();
    await page.getByRole("button", { name: t.accessions("steps.approve"), exact: true }).click();
    await expect(page.getByText(t.accessions("embargo"))).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: t.accessions("draft") }).click();
    await expect(page.getByRole("checkbox", { name: new RegExp(name) })).toBeChecked();
  });

  await test.step("the new focal point signs in by mail and finds the desk open", async () => {
    const mail = await waitForMail(
      email,
      new RegExp(t.accessions("mail.approved.subject", { organisation: name })),
    );
    expect(mail.text).toContain(t.accessions("mail.approved.embargo"));
    const signIn = /https?:\/\/\S+\/sign-in\?next=\S+/.exec(mail.text ?? "")?.[0] ?? "";
    await guest.goto(signIn);
    await guest.getByLabel(t.signIn("email")).fill(email);
    await guest.getByRole("button", { name: t.signIn("ask") }).click();
    const letter = await waitForMail(email, new RegExp(t.signIn("mail.subject")));
    await guest.goto(/https?:\/\/\S+\/sign-in\/link\S+/.exec(letter.text ?? "")?.[0] ?? "");
    await guest
      .getByRole("main")
      .getByRole("link", { name: t.signIn("title") })
      .click();
    await expect(guest).toHaveURL(new RegExp(`/${locale}/desk$`));
    await expect(guest.getByText(t.application("state.approved"))).toBeVisible();
    await expectAccessible(guest);
    await noWider(guest);
    await guest.goto(`/${locale}/desk/application`);
    await expect(guest.getByText(t.application("state.approved"))).toBeVisible();
    await expectAccessible(guest);
  });

  await test.step("nothing of it stands anywhere public", async () => {
    const outside = await (await context()).newPage();
    for (const path of [
      "/en",
      "/sv",
      "/en/members",
      "/sv/members",
      "/en/members?asOf=2099-01-01",
      "/sv/news",
      "/en/feed.xml",
      "/sitemap.xml",
      `/en/search?q=Quietworks`,
    ]) {
      const text = await (await outside.request.get(path)).text();
      // The search repeats what was asked; the name with its key is known to our books alone.
      expect(text, path).not.toContain(name);
    }
    const slug = name.toLowerCase().replace(" ", "-");
    expect((await outside.request.get(`/en/members/${slug}`)).status()).toBe(404);
  });
});
