import sharp from "sharp";
import { expectAccessible } from "../support/axe";
import { plantPublicAnnouncement } from "../support/plant-public-announcement";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

const photo = async (name: string) => ({
  name,
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width: 1_000, height: 600, channels: 3, background: "#357" } })
    .jpeg()
    .withExif({ IFD0: { Make: "Hasselblad" } })
    .toBuffer(),
});

for (const locale of ["en", "sv"] as const) {
  test(`a picture, from the library to the public and away again, in ${locale}`, async ({
    page,
    browser,
    baseURL,
  }, { project, retry }) => {
    const t = wordsIn(locale);
    const mark = `${project.name}${retry || ""}-${locale}`;
    const name = `picture-${mark}.jpg`;
    await signInAs(page, "Elin", locale);
    await page.goto(`/${locale}/organize/media`);
    await page
      .getByLabel(t.media("add.files"))
      .setInputFiles([
        await photo(name),
        { name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg xmlns='x'/>") },
      ]);
    const add = page.getByRole("button", { name: t.media("add.button"), exact: true });
    await add.click();
    await expect(page.getByText(t.refusals("media_type"))).toBeVisible();
    await page.getByLabel(t.media("add.files")).setInputFiles([await photo(name), await photo(`2-${name}`)]);
    await add.click();
    const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
    await expect(card).toBeVisible();
    await card.locator("summary").click();
    await card.getByRole("textbox").nth(1).fill("A furnace");
    await card.getByRole("button", { name: t.media("describe.button") }).click();
    await expect(card.getByRole("img")).toHaveAttribute("alt", "A furnace");
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    const address = (await card.getByRole("img").getAttribute("src"))?.split("?")[0] ?? "";
    const id = address.split("/").at(-1) ?? "";
    const small = await page.request.get(`${address}?w=480`);
    expect(small.headers()).toMatchObject({ "content-type": "image/webp", "cache-control": "no-store" });
    const guest = await browser.newContext({ baseURL });
    expect((await guest.request.get(address)).status()).toBe(404);
    const slug = `shows-${mark}`;
    const open = `/${locale}/news/${slug}/media/${id}`;
    expect((await guest.request.get(open)).status()).toBe(404);

    const piece = await plantPublicAnnouncement(slug, `Pictures ${mark}`, [id]);
    const shown = await guest.request.get(open);
    expect(shown.headers()).toMatchObject({
      "content-type": "image/jpeg",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    expect((await shown.body()).includes("Hasselblad")).toBe(false);
    const etag = shown.headers().etag ?? "";
    expect((await guest.request.get(open, { headers: { "if-none-match": etag } })).status()).toBe(304);
    const part = await guest.request.get(open, { headers: { range: "bytes=0-1" } });
    expect([part.status(), (await part.body()).toString("hex")]).toEqual([206, "ffd8"]);
    for (const other of [`/${locale}/news/other/media/${id}`, `/${locale}/news/${slug}/media/none`])
      expect((await guest.request.get(other)).status()).toBe(404);
    await page.reload();
    await expect(card.getByRole("link", { name: `Pictures ${mark}` })).toBeVisible();
    await expect(card.getByRole("button", { name: t.media("remove.label", { name }) })).toHaveCount(0);
    await piece.withdraw();
    expect((await guest.request.get(open, { headers: { "if-none-match": etag } })).status()).toBe(404);
    await guest.close();

    const unused = t.media("remove.label", { name: `2-${name}` });
    await page.getByRole("button", { name: unused }).click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: t.media("remove.button") })
      .click();
    await expect(page.getByRole("button", { name: unused })).toHaveCount(0);
  });
}

test("a picture is put into the library without script", async ({ browser, page, baseURL }, {
  project,
  retry,
}) => {
  const t = wordsIn("en");
  await signInAs(page, "Elin");
  const plain = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const bare = await plain.newPage();
  await bare.goto("/en/organize/media");
  const name = `bare-${project.name}${retry || ""}.jpg`;
  await bare.getByLabel(t.media("add.files")).setInputFiles(await photo(name));
  await bare.getByRole("button", { name: t.media("add.button"), exact: true }).click();
  await expect(bare.getByRole("heading", { name, exact: true })).toBeVisible();
  await plain.close();
});
