import { unzipSync } from "fflate";
import sharp from "sharp";
import { expectAccessible } from "../support/axe";
import { plantMember } from "../support/plant-member";
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

test("a picture becomes a member's logo, public with its membership, and is taken away again", async ({
  page,
  browser,
  baseURL,
}, { project, retry }) => {
  test.setTimeout(120_000);
  const locale = project.name === "narrow" ? "sv" : "en";
  const t = wordsIn(locale);
  const mark = `${project.name}${retry || ""}`;
  const [slug, name, file] = [
    `logo-works-${mark}`,
    `Logo Works of the Far North ${mark}`,
    `logo-${mark}.png`,
  ];
  const drawing = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="200"><circle cx="100" cy="100" r="90" fill="#123"/><path d="M230 150 L330 50 L430 150 L530 50 L630 150" stroke="#123" stroke-width="24" fill="none"/></svg>`,
  );
  const buffer = await sharp(drawing).png().toBuffer();
  await signInAs(page, "Elin", locale);
  await page.goto(`/${locale}/organize/media`);
  await page.getByLabel(t.media("add.files")).setInputFiles({ name: file, mimeType: "image/png", buffer });
  for (const box of await page
    .getByRole("group", { name: t.media("add.alt") })
    .getByRole("textbox")
    .all())
    await box.fill("Two peaks beside a sun");
  await page.getByRole("button", { name: t.media("add.button"), exact: true }).click();
  const card = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: file, exact: true }) });
  await expect(card).toBeVisible();

  const member = await plantMember(slug, name);
  await page.goto(`/${locale}/organize/organisations/${member.id}`);
  const choice = page.getByLabel(t.media("logo.label"));
  await choice.selectOption({ label: file });
  const id = await choice.inputValue();
  const facts = page.getByRole("region", { name: t.organisations("facts") });
  await expect(facts.locator("img")).toHaveJSProperty("naturalWidth", 480);
  await facts.getByRole("button", { name: t.organisations("save") }).click();
  await expect(facts.getByRole("status")).toHaveText(t.common("form.saved"));
  await page.reload();
  await expect(choice).toHaveValue(id);
  await expectAccessible(page);

  const guest = await browser.newContext({ baseURL });
  const open = `/${locale}/members/${slug}/logo/${id}`;
  const kit = async () => {
    const answer = await guest.request.get(`/${locale}/news/${slug}/press-kit.zip`, { timeout: 60_000 });
    return Object.keys(unzipSync(new Uint8Array(await answer.body()))).filter((one) =>
      one.startsWith("logos/"),
    );
  };
  expect((await guest.request.get(open)).status()).toBe(404);
  expect(await kit()).toEqual([]);
  await member.announce();
  expect((await guest.request.get(open)).headers()).toMatchObject({
    "content-type": "image/png",
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  expect((await guest.request.get(`/${locale}/members/sweden/logo/${id}`)).status()).toBe(404);
  expect(await kit()).toEqual([`logos/${slug}.png`]);
  await page.goto(`/${locale}/members/${slug}`);
  const logo = page.getByRole("img", { name: "Two peaks beside a sun" });
  await expect(logo).toHaveJSProperty("naturalWidth", 480);
  expect(await logo.evaluate((img: HTMLImageElement) => img.width)).toBe(
    project.name === "narrow" ? 96 : 160,
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(page);

  await page.goto(`/${locale}/organize/media`);
  await expect(card.getByRole("link", { name: t.media("logo.of", { name }) })).toBeVisible();
  await expect(card.getByRole("button", { name: t.media("remove.label", { name: file }) })).toHaveCount(0);
  await page.goto(`/${locale}/organize/organisations/${member.id}`);
  await choice.selectOption("");
  await facts.getByRole("button", { name: t.organisations("save") }).click();
  await expect(facts.getByRole("status")).toHaveText(t.common("form.saved"));
  expect((await guest.request.get(open)).status()).toBe(404);
  expect(await kit()).toEqual([]);
  await guest.close();
  await member.takeBack();
});

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
