import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { hashOfText } from "@/domain/statements/hash";
import { expectAccessible } from "../support/axe";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";
import { wordsIn } from "../support/words";

async function look(page: Page) {
  await expectAccessible(page);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(sideways, `${page.url()} scrolls sideways`).toBe(false);
}

async function inDatabase<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const url = fs.readFileSync(path.join(process.env.MAIL_DIRECTORY ?? "", "database-url"), "utf8");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return work(sql).finally(() => sql.end());
}

/** A settled text, negotiated by Sweden and India. */
async function plantStatement(slug: string, title: string): Promise<string> {
  const paragraphs = ["We will meet every year.", "We will report what came of it."].map((text) => ({
    id: crypto.randomUUID(),
    kind: "operative" as const,
    text,
  }));
  const hash = hashOfText({ title, paragraphs });
  return inDatabase((sql) =>
    sql.begin(async (tx) => {
      const [statement] = await tx`
        insert into statements (slug, kind) values (${slug}, 'joint_statement') returning id`;
      await tx`insert into statement_revisions (statement_id, locale, number, title, paragraphs, hash, saved_by_name)
        values (${statement?.id}, 'en', 1, ${title}, ${tx.json(paragraphs)}, ${hash}, 'Test')`;
      await tx`insert into statement_parties (statement_id, organisation_id, invited_by)
        select ${statement?.id}, id, 'Test' from organisations where kind = 'country' and country in ('SE', 'IN')`;
      return String(statement?.id);
    }),
  );
}

/** Lets the time of the open procedure run out: its deadline is in a few seconds, and so is the job that keeps it. */
async function letTimePass(statementId: string) {
  await inDatabase((sql) =>
    sql.begin(async (tx) => {
      await tx`alter table procedures disable trigger procedures_only_later`;
      const [row] = await tx`
        update procedures set deadline = now() + interval '3 seconds'
        where statement_id = ${statementId} and state = 'open' returning id`;
      await tx`alter table procedures enable trigger procedures_only_later`;
      await tx`select graphile_worker.add_job('close-procedure', json_build_object('id', ${String(row?.id)}::text),
        run_at => now() + interval '5 seconds', job_key => ${`procedure:${row?.id}`})`;
    }),
  );
}

for (const locale of ["en", "sv"] as const) {
  test(`a silence is broken, and the next adopts by itself, in ${locale}`, async ({
    page,
    browser,
    baseURL,
  }, { project, retry }) => {
    test.setTimeout(180_000);
    const t = wordsIn(locale);
    const of = `${project.name}${retry || ""}`;
    const title = `Silence ${of} ${locale}`;
    const id = await plantStatement(`silence-${of}-${locale}`, title);
    const decision = `/${locale}/organize/statements/${id}/decision`;
    const context = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const desk = await context.newPage();

    async function openSilence() {
      await page.goto(decision);
      await page.getByLabel(t.procedures("open.deadline"), { exact: true }).fill("2040-05-20T18:00");
      await page.getByLabel(t.procedures("open.zone")).selectOption("Asia/Dubai");
      await page.getByRole("button", { name: t.procedures("open.button") }).click();
      await expect(page.getByText(t.procedures("extend.title"))).toBeVisible();
      await expect(page.getByText("Dubai (UTC+4)").first()).toBeVisible();
    }

    await test.step("an organizer opens a silence, and the text is locked", async () => {
      await signInAs(page, "Ravi", locale);
      await page.goto(decision);
      await look(page);
      await openSilence();
      await look(page);
    });

    await test.step("an entitled organisation finds it at its desk, and objects", async () => {
      await signInAs(desk, "Karin", locale);
      await desk.getByRole("link", { name: title }).click();
      await expect(desk.getByText(t.procedures("answer.silent"))).toBeVisible();
      await look(desk);
      await desk.locator("summary", { hasText: t.procedures("answer.objectButton") }).click();
      await desk.getByLabel(t.procedures("answer.text"), { exact: true }).fill("Not every year.");
      await desk.getByLabel("1", { exact: true }).check();
      await desk.getByRole("button", { name: t.procedures("answer.objectButton") }).click();
      await expect(desk.getByText("Not every year.").first()).toBeVisible();
      await expect(desk.getByText(t.procedures("answer.silent"))).toHaveCount(0);
      await look(desk);
    });

    await test.step("the organizer sees who broke it, and opens another", async () => {
      await page.goto(decision);
      await expect(page.getByText("Not every year.").first()).toBeVisible();
      await openSilence();
    });

    await test.step("its deadline passes, and it is adopted without anybody doing anything", async () => {
      await letTimePass(id);
      await expect(async () => {
        await desk.reload();
        await expect(desk.getByText(t.procedures("desk.adopted")).first()).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 75_000 });
      await look(desk);
      await page.goto(`/${locale}/organize/statements/${id}/adoption`);
      await expect(page.getByText(t.enums("adoptionMethod.silence")).first()).toBeVisible();
      await look(page);
      await page.goto(`/${locale}/organize/statements/${id}/errata`);
      await look(page);
    });
    await context.close();
  });
}
