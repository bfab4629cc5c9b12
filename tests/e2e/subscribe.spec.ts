import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import postgres from "postgres";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { mailsFor, waitForMail } from "../support/smtp";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

function database() {
  const url = fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");
  return postgres(url, { max: 1, onnotice: () => {} });
}

/** Makes a brief public now, in both languages, with the jobs that tell of it. */
async function publish(sql: postgres.Sql, title: string) {
  const slug = `told-${crypto.randomBytes(6).toString("hex")}`;
  const [piece] = await sql`insert into announcements (slug, kind) values (${slug}, 'brief') returning id`;
  const publications: string[] = [];
  for (const locale of ["en", "sv"]) {
    const [revision] = await sql`
      insert into announcement_revisions (announcement_id, locale, number, title, lead, body, saved_by_name)
      values (${piece?.id}, ${locale}, 1, ${title}, 'What it is about.', '{"type":"doc","content":[]}', 'test') returning id`;
    const [publication] = await sql`
      insert into announcement_publications (announcement_id, locale, revision_id, public_from)
      values (${piece?.id}, ${locale}, ${revision?.id}, now()) returning id`;
    publications.push(publication?.id);
  }
  const tell = () =>
    Promise.all(
      publications.map(
        (id) =>
          sql`select graphile_worker.add_job('tell-announcement', json_build_object('id', ${id}::text))`,
      ),
    );
  await tell();
  const takeBack = () => sql`
    update announcement_publications set withdrawn_at = now(), withdrawal_reason = 'The test is over.'
    where announcement_id = ${piece?.id}`;
  return { slug, tell, takeBack };
}

test("news by mail: asked for, confirmed, told once, ended by one click", async ({
  page,
  playwright,
  baseURL,
}, { project, retry }) => {
  test.setTimeout(120_000);
  const locale = project.name === "narrow" ? "sv" : "en";
  const t = wordsIn(locale);
  const mark = `${project.name}${retry || ""}-${crypto.randomBytes(3).toString("hex")}`;
  const email = `reader-${mark}@example.org`;
  const sql = database();
  const planted: Awaited<ReturnType<typeof publish>>[] = [];
  try {
    await test.step("somebody asks, and confirms by a button behind the mailed link", async () => {
      await page.goto(`/${locale}/news`);
      await page
        .getByRole("main")
        .getByRole("link", { name: t.subscriptions("title") })
        .click();
      await expectAccessible(page);
      await page.getByLabel(t.subscriptions("form.email"), { exact: true }).fill(email);
      await page.getByLabel(t.enums("announcementKind.brief"), { exact: true }).check();
      await page.getByRole("button", { name: t.subscriptions("form.send") }).click();
      await expect(page.getByText(t.subscriptions("form.asked"))).toBeVisible();
      const mail = await waitForMail(email, new RegExp(t.subscriptions("mail.confirm.subject")));
      const link = /https?:\/\/\S+\/subscription\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
      await page.goto(link);
      await expectAccessible(page);
      await page.getByRole("button", { name: t.subscriptions("own.confirm"), exact: true }).click();
      await expect(page.getByText(t.subscriptions("own.confirmed"), { exact: true })).toBeVisible();
      await expectAccessible(page);
    });

    const title = `Told ${mark}`;
    const unsubscribe = await test.step("what becomes public is told, exactly once", async () => {
      const piece = await publish(sql, title);
      planted.push(piece);
      const mail = await waitForMail(email, new RegExp(title));
      expect(mail.text).toContain(`/${locale}/news/${piece.slug}`);
      const header = (name: string) => mail.headers.find((one) => one.key === name)?.value ?? "";
      expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
      await piece.tell();
      await page.waitForTimeout(3_000);
      expect(await mailsFor(email)).toHaveLength(2);
      return /<(\S+)>/.exec(header("list-unsubscribe"))?.[1] ?? "";
    });

    await test.step("a mail program ends it with one request, and nothing more is sent", async () => {
      const program = await playwright.request.newContext({ baseURL });
      const looked = await program.get(unsubscribe, { maxRedirects: 0 });
      expect(looked.status()).toBe(303);
      for (const _ of [1, 2]) {
        const answer = await program.post(unsubscribe, {
          form: { "List-Unsubscribe": "One-Click" },
          maxRedirects: 0,
        });
        expect(answer.status()).toBe(200);
        expect(answer.headers()["set-cookie"]).toBeUndefined();
      }
      const unknown = await program.post(`/api/unsubscribe/${"A".repeat(43)}`, { maxRedirects: 0 });
      expect(unknown.status()).toBe(404);
      await program.dispose();
      await page.reload();
      await expect(page.getByText(t.subscriptions("own.ended"), { exact: true })).toBeVisible();
      planted.push(await publish(sql, `Untold ${mark}`));
      await page.waitForTimeout(4_000);
      expect(await mailsFor(email)).toHaveLength(2);
    });

    await test.step("programs read the feeds, and the press its kit", async () => {
      for (const file of [
        "feed.xml",
        "rss.xml",
        "feed.xml?kind=brief",
        "rss.xml?tag=steel&content=summary",
      ]) {
        const read = await page.request.get(`/${locale}/${file}`);
        expect(read.status(), file).toBe(200);
        const roots = await page.evaluate(
          (xml) => {
            const parsed = new DOMParser().parseFromString(xml, "application/xml");
            return [parsed.documentElement.localName, parsed.querySelectorAll("parsererror").length];
          },
          await read.text(),
        );
        expect(roots, file).toEqual([file.startsWith("rss") ? "rss" : "feed", 0]);
      }
      const slug = planted[0]?.slug ?? "";
      await page.goto(`/${locale}/news/${slug}`);
      await expect(page.getByRole("link", { name: t.press("kit.download") })).toBeVisible();
      const kit = await page.request.get(`/${locale}/news/${slug}/press-kit.zip`, { timeout: 60_000 });
      expect(kit.headers()["cache-control"]).toBe("no-store");
      const names = Object.keys(unzipSync(new Uint8Array(await kit.body())));
      expect(names.toSorted()).toEqual(
        [
          `${slug}-en.pdf`,
          `${slug}-en.txt`,
          `${slug}-sv.pdf`,
          `${slug}-sv.txt`,
          "facts-en.pdf",
          "facts-sv.pdf",
        ].toSorted(),
      );
    });
  } finally {
    for (const piece of planted) await piece.takeBack();
    await sql.end();
  }
});

test("the press list is kept by the secretariat", async ({ page }, { project, retry }) => {
  const locale = project.name === "narrow" ? "sv" : "en";
  const t = wordsIn(locale);
  const name = `Kim ${project.name}${retry || ""}`;
  await signInAs(page, "Ravi", locale);
  await page.goto(`/${locale}/organize/press`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.press("list.title"));
  const form = page
    .locator("form")
    .filter({ has: page.getByRole("button", { name: t.press("list.add"), exact: true }) });
  const row = page.getByRole("row", { name: new RegExp(`^${name} `) });
  await form.getByLabel(t.press("list.name"), { exact: true }).fill(name);
  await form
    .getByLabel(t.press("list.email"), { exact: true })
    .fill(`kim-${project.name}${retry || ""}@example.org`);
  await form.getByRole("button", { name: t.press("list.add"), exact: true }).click();
  await expect(row).toBeVisible();
  await expectAccessible(page);
  const csv = `name,e-mail,outlet\n${name},kim-${project.name}${retry || ""}@example.org,The Paper\n,nobody,\n`;
  await page
    .getByLabel(t.press("list.choose"), { exact: true })
    .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: t.press("list.read"), exact: true }).click();
  await expect(page.getByText(t.press("list.readDone", { added: 0, changed: 1 }))).toBeVisible();
  await expect(row.getByRole("cell", { name: "The Paper" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: t.press("list.removeOf", { name }) }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t.press("list.remove"), exact: true })
    .click();
  await expect(row).toHaveCount(0);
});
