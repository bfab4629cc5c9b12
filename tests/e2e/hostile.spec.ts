import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { crawl, type Field } from "../support/crawl";
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

/** How many requests are under way at once. */
const breadth = 4;

test("no form fails on hostile input", async ({ page, stage, browser }) => {
  test.setTimeout(1_800_000);
  const home = `http://localhost:${stage.port}`;
  const { context, forms, paths } = await lookAround(page, browser, home);
  expect(forms.length).toBeGreaterThan(20);
  const { ask, failures, answers } = watcher();
  const posts = forms.flatMap(({ path, fields }) => [
    ...Object.entries(values).map(
      ([name, value]) =>
        () =>
          ask(`${path} with ${name}`, post(context.request, home + path, fields, value)),
    ),
    () => ask(`${path} with all ids exchanged`, post(context.request, home + path, fields, foreign, true)),
  ]);
  await several(posts);
  expect(failures).toEqual([]);
  // The forms were really reached: what they were given was read, and refused.
  expect(answers[422], JSON.stringify({ forms: forms.length, answers })).toBeGreaterThan(forms.length * 8);
  await unharmed(page, context.request, home, paths);
  await context.close();
});

test("no address fails on hostile input", async ({ page, stage, browser }) => {
  test.setTimeout(1_800_000);
  const home = `http://localhost:${stage.port}`;
  const { context, paths } = await lookAround(page, browser, home);
  expect(paths.length).toBeGreaterThan(40);
  const { ask, failures } = watcher();
  const gets = [...new Set(paths.flatMap(spoilt))].map(
    (address) => () => ask(address, context.request.get(address, { maxRedirects: 0 })),
  );
  await several(gets);
  expect(failures).toEqual([]);
  await unharmed(page, context.request, home, paths);
  await context.close();
});

/** Signs in who sees everything, and walks through it without script, so that forms are seen as they were sent. */
async function lookAround(page: Page, browser: Browser, home: string) {
  await page.goto(`${home}/en/sign-in`);
  await page.getByRole("button", { name: /Alma/ }).click();
  await expect(page).toHaveURL(/organize$/);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ baseURL: home, javaScriptEnabled: false, storageState });
  return { context, ...(await crawl(await context.newPage(), home)) };
}

/** Keeps what no answer may be: a failure, the input unescaped, the house's insides. */
function watcher() {
  const failures: string[] = [];
  const answers: Record<number, number> = {};
  const ask = async (what: string, request: Promise<{ status(): number; text(): Promise<string> }>) => {
    const answer = await request;
    const text = await answer.text();
    answers[answer.status()] = (answers[answer.status()] ?? 0) + 1;
    if (answer.status() >= 500) failures.push(`${answer.status()} ${what}`);
    if (text.includes(script)) failures.push(`not escaped: ${what}`);
    if (/node_modules|PostgresError|Failed query/.test(text)) failures.push(`tells too much: ${what}`);
  };
  return { ask, failures, answers };
}

async function several(tasks: (() => Promise<void>)[]) {
  const waiting = tasks.values();
  const take = async () => {
    for (const task of waiting) await task();
  };
  await Promise.all(Array.from({ length: breadth }, take));
}

/** Nothing of it broke what is read. */
async function unharmed(page: Page, request: APIRequestContext, home: string, paths: string[]) {
  for (const path of paths) expect((await request.get(path)).status(), path).toBeLessThan(500);
  expect((await page.goto(`${home}/en`))?.status()).toBe(200);
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

const named = (part: string) => /[-\d]/.test(part);

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
  // What names one of many, and the last word; the words between lead to the same page of nothing.
  const places = parts.flatMap((part, at) =>
    at > 1 && (at === parts.length - 1 || named(part)) ? [at] : [],
  );
  const exchanged = wrong.flatMap((other) => places.map((at) => parts.with(at, other).join("/")));
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
