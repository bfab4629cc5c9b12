import iconv from "iconv-lite";
import { readTable } from "@/lib/table/read";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

for (const locale of ["en", "sv"] as const) {
  test(`a list is mapped, checked, imported and exported again, in ${locale}`, async ({ page }, {
    project,
    retry,
  }) => {
    test.setTimeout(120_000);
    const t = wordsIn(locale);
    const who = `${project.name}${retry || ""}-${locale}`;
    const address = (name: string) => `${name}.import.${who}@example.org`;
    const lines = [
      "Löpnr;Hela namnet;E-postadress;Land;Kategori;Telefon",
      `${who}-1;Åsa Öberg-McDonald;${address("asa")};Sverige;Delegat;+46 70 123 45 67`,
      `${who}-2;van der Berg;${address("berg")};Nederländska "Stål" AB;Press;007`,
      `${who}-3;Utan adress;ingen adress;Sverige;Delegat;`,
      `${who}-1;En gång till;${address("igen")};Sverige;Delegat;`,
    ];
    // As a Swedish spreadsheet saves CSV: semicolons, Windows line ends, Latin-1.
    const content = iconv.encode(
      lines.map((line) => line.replace(/"/g, '""').replace(/([^;]*"[^;]*)/g, '"$1"')).join("\r\n"),
      "latin1",
    );
    const file = { name: "delegater.csv", mimeType: "text/csv", buffer: Buffer.from(content) };

    await test.step("the organizer uploads it", async () => {
      await signInAs(page, "Ravi", locale);
      await page.goto(`/${locale}/organize/events`);
      await page
        .getByRole("link", { name: /2027|Summit|toppmöte/i })
        .first()
        .click();
      await page
        .getByRole("link", { name: t.events("tabs.participants"), exact: true })
        .first()
        .click();
      await page.getByRole("link", { name: t.participations("import") }).click();
      await expectAccessible(page);
      await page.getByRole("button", { name: t.imports("upload") }).click();
      await expect(page.getByText(t.refusals("file_missing"))).toBeVisible();
      await page.getByLabel(t.imports("file")).setInputFiles(file);
      await page.getByRole("button", { name: t.imports("upload") }).click();
      await expect(page.getByRole("heading", { name: t.imports("mapping.title") })).toBeVisible();
    });

    await test.step("sees what the columns mean, and says it for one", async () => {
      await expect(page.getByLabel("Hela namnet")).toHaveValue("name");
      await expect(page.getByLabel("E-postadress")).toHaveValue("email");
      await expect(page.getByLabel("Telefon")).toHaveValue("");
      await expect(page.getByText("Åsa Öberg-McDonald")).toBeVisible();
      await page.getByLabel("Löpnr").selectOption("email");
      await page.getByRole("button", { name: t.imports("mapping.check") }).click();
      await expect(page.getByText(t.validation("twice")).first()).toBeVisible();
      await expectAccessible(page);
      await page.getByLabel("Löpnr").selectOption("externalKey");
      await page.getByRole("button", { name: t.imports("mapping.check") }).click();
    });

    await test.step("reads what would happen, row by row", async () => {
      await expect(page.getByRole("heading", { name: t.imports("confirm.title") })).toBeVisible({
        timeout: 30_000,
      });
      await expect(page.getByText(t.imports("confirm.new", { count: 2 }))).toBeVisible();
      await expect(page.getByText(t.imports("confirm.error", { count: 2 }))).toBeVisible();
      await expectAccessible(page);
      await page
        .getByRole("navigation", { name: t.imports("counters") })
        .getByRole("link", { name: t.enums("importResult.error") })
        .click();
      await expect(page).toHaveURL(/result=error/);
      await expect(page.getByText(t.imports("remarks.twice", { field: "" }))).toBeVisible();
      await expect(page.getByText("van der Berg")).toBeHidden();
    });

    await test.step("does it, without mails, and sees the people", async () => {
      await page.getByRole("button", { name: t.imports("confirm.button") }).click();
      await expect(page.getByText(t.imports("report.notMailed"))).toBeVisible({ timeout: 30_000 });
      await expectAccessible(page);
      const report = page.waitForEvent("download");
      await page.getByRole("link", { name: t.imports("report.download") }).click();
      expect((await report).suggestedFilename()).toBe("import-report.csv");
      await page.getByRole("link", { name: t.imports("report.participants") }).click();
      await expect(page.getByRole("link", { name: "Åsa Öberg-McDonald" }).first()).toBeVisible();
      await expect(page.getByText("En gång till")).toBeHidden();
    });

    await test.step("and takes them out again as a spreadsheet", async () => {
      const [list = ""] = page.url().split("?");
      const response = await page.request.get(
        `${list}/export?as=xlsx&q=${encodeURIComponent(`import.${who}`)}`,
      );
      expect(response.headers()["content-type"]).toContain("spreadsheetml");
      const { headers, rows } = await readTable(new Uint8Array(await response.body()));
      const column = (name: string) => rows.map((row) => row.cells[headers.indexOf(name)]);
      expect(column(t.participations("columns.name"))).toEqual(["Åsa Öberg-McDonald", "van der Berg"]);
      expect(column(t.participations("columns.organisation"))).toEqual([
        locale === "sv" ? "Sverige" : "Sweden",
        'Nederländska "Stål" AB',
      ]);
      expect(column(t.participations("columns.class"))).toEqual([
        t.enums("participationClass.delegate"),
        t.enums("participationClass.press"),
      ]);
    });
  });
}

test("a list is nobody's to see who may not import", async ({ page }) => {
  await signInAs(page, "Ravi");
  await page.goto("/en/organize/events");
  await page
    .getByRole("link", { name: /2027|Summit/i })
    .first()
    .click();
  const [event = ""] = page.url().split("?");
  for (const name of ["Karin"]) {
    await page.context().clearCookies();
    await signInAs(page, name);
    for (const path of ["/participants/import", "/participants/export?as=xlsx"])
      expect((await page.request.get(`${event}${path}`)).status()).toBe(404);
  }
});
