import type { APIRequestContext, Page } from "@playwright/test";
import { test } from "../support/own-stage";

const { expect } = test;

const foreign = "00000000-0000-4000-8000-000000000000";
const script = `<script>alert("x")</script><img src=x onerror=alert(1)>`;

/** What is written into every field at once: no form may answer any of it with a failure of its own. */
const values: Record<string, string | Buffer> = {
  nothing: "",
  spaces: " \t\u00a0 ",
  "a NUL": "a\0b",
  // Half of a pair, as a broken program would encode it.
  "a lone surrogate": Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x62]),
  "marks that turn the writing round": "\u202eevil\u2066\u200f",
  "too much": "x".repeat(100_000),
  markup: script,
  "a statement of SQL": "'; drop table events; --",
  "a path": "../../../../etc/passwd",
  "an impossible day": "2030-02-30T25:61",
  "a far day": "+275760-09-13T00:00",
  "a number that is none": "1e999",
  "someone else's id": foreign,
  JSON: `{"__proto__":{"role":"admin"}}`,
};

type Field = { name: string; value: string; own: boolean };

test("no form and no address fails on hostile input", async ({ page, stage, browser }) => {
  test.setTimeout(600_000);
  const home = `http://localhost:${stage.port}`;
  await page.goto(`${home}/en/sign-in`);
  await page.getByRole("button", { name: /Alma/ }).click();
  await expect(page).toHaveURL(/organize$/);
  // Without script, so that the forms are seen as they were sent.
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ baseURL: home, javaScriptEnabled: false, storageState });
  const visitor = await context.newPage();
  const { forms, paths } = await crawl(visitor, home);
  expect(paths.length).toBeGreaterThan(40);
  expect(forms.length).toBeGreaterThan(20);

  const failures: string[] = [];
  const answers: Record<number, number> = {};
  const sent = async (what: string, request: Promise<{ status(): number; text(): Promise<string> }>) => {
    const answer = await request;
    const text = await answer.text();
    answers[answer.status()] = (answers[answer.status()] ?? 0) + 1;
    if (answer.status() >= 500) failures.push(`${answer.status()} ${what}`);
    if (text.includes(script)) failures.push(`not escaped: ${what}`);
    if (/node_modules|PostgresError|Failed query/.test(text)) failures.push(`tells too much: ${what}`);
  };
  for (const { path, fields } of forms) {
    for (const [name, value] of Object.entries(values)) {
      await sent(`${path} with ${name}`, post(context.request, home + path, fields, value));
    }
    await sent(`${path} with all ids exchanged`, post(context.request, home + path, fields, foreign, true));
  }
  for (const path of paths) {
    for (const address of spoilt(path))
      await sent(address, context.request.get(address, { maxRedirects: 0 }));
  }
  expect(failures).toEqual([]);
  // The forms were really reached: what they were given was read, and refused.
  expect(answers[422], JSON.stringify(answers)).toBeGreaterThan(forms.length * 8);
  // Nothing of it broke what is read.
  for (const path of paths) {
    expect((await context.request.get(path)).status(), path).toBeLessThan(500);
  }
  await context.close();
  expect((await page.goto(`${home}/en`))?.status()).toBe(200);
});

/** Follows links from the public's and the workspace's first page: one address of every kind, and the forms there
 * (but for the one in the head, which signs out). */
async function crawl(page: Page, home: string) {
  const todo = ["/en", "/en/organize", "/sv/organize/events/new"];
  const kinds = new Set<string>();
  const paths: string[] = [];
  const forms: { path: string; fields: Field[] }[] = [];
  for (let path = todo.shift(); path; path = todo.shift()) {
    const kind = kindOf(path);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const response = await page.request.get(path);
    expect(response.status(), path).toBe(200);
    paths.push(path);
    if (!response.headers()["content-type"]?.startsWith("text/html")) continue;
    await page.goto(path);
    const found = await page.evaluate(() => ({
      links: [...document.querySelectorAll("a[href]")].map((link) => (link as HTMLAnchorElement).href),
      forms: [...document.querySelectorAll("form")]
        .filter((form) => form.method === "post" && !form.closest("header"))
        .map((form) =>
          [...form.elements]
            .filter((field) => (field as HTMLInputElement).name)
            .map((field) => ({
              name: (field as HTMLInputElement).name,
              value: (field as HTMLInputElement).value,
              own: (field as HTMLInputElement).type === "hidden" || field.tagName === "BUTTON",
            })),
        ),
    }));
    for (const fields of found.forms) forms.push({ path, fields });
    for (const link of found.links) {
      const url = new URL(link);
      if (url.origin === home && !url.pathname.startsWith("/api/")) todo.push(url.pathname + url.search);
    }
  }
  return { forms, paths };
}

/** The address with what stands for one of many left out, so that of a hundred events one is visited. */
function kindOf(path: string): string {
  const url = new URL(path, "http://x");
  const parts = url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "#").split("/");
  if (/^(?:events|statements|members|news)$/.test(parts[2] ?? "") && parts[3]) parts[3] = "#";
  return `${parts.slice(2).join("/")}?${[...url.searchParams.keys()].sort()}`;
}

function post(
  request: APIRequestContext,
  address: string,
  fields: Field[],
  value: string | Buffer,
  alsoOwn = false,
) {
  const form = "form-x-x-x";
  const parts = fields.flatMap(({ name, value: given, own }) => {
    const keep = name.startsWith("$ACTION") || (own && !alsoOwn);
    const head = `--${form}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`;
    return [Buffer.from(head), Buffer.from(keep ? given : value), Buffer.from("\r\n")];
  });
  const unknown = `--${form}\r\ncontent-disposition: form-data; name="role"\r\n\r\nadmin\r\n--${form}--\r\n`;
  return request.post(address, {
    headers: {
      "content-type": `multipart/form-data; boundary=${form}`,
      origin: new URL(address).origin,
    },
    data: Buffer.concat([...parts, Buffer.from(unknown)]),
    maxRedirects: 0,
  });
}

/** An address with its parts and its query exchanged for what nobody meant. */
function spoilt(path: string): string[] {
  const [name = "", query = ""] = path.split("?");
  const parts = name.split("/");
  const wrong = [
    foreign,
    "%00",
    "%ED%A0%80",
    "..%2f..%2fetc",
    "x".repeat(3000),
    "%27",
    "__proto__",
    "%E2%80%AE",
  ];
  const exchanged = wrong.flatMap((other) =>
    parts.map((_, at) => parts.map((part, n) => (n === at && n > 1 ? other : part)).join("/")),
  );
  const keys = new Set([
    ...new URLSearchParams(query).keys(),
    "q",
    "page",
    "sort",
    "state",
    "asOf",
    "zone",
    "next",
    "from",
    "to",
    "error",
  ]);
  const queries = ["%00", "-1", "99999999999999999999", "%ED%A0%80", "a&KEY=b", "x".repeat(3000), "'"].map(
    (bad) => `${name}?${[...keys].map((key) => `${key}=${bad.replace("KEY", key)}`).join("&")}`,
  );
  return [...new Set([...exchanged, ...queries])].filter((address) => address !== path);
}
