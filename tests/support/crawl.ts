import { expect, type Page } from "@playwright/test";

/** A field of a form as the page sends it; `own` is what the page wrote itself, hidden or on a button. */
export type Field = { name: string; value: string; own: boolean };

/** Follows links from the public's and the workspace's first page: one address of every kind, and the forms there,
 * one of every kind on a page (but for the one in the head, which signs out). */
export async function crawl(page: Page, home: string) {
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
      links: [...document.querySelectorAll("a[href]")].map(
        (link) =>
          // Also those in drawings, whose address is no plain text.
          new URL(link.getAttribute("href") ?? "", location.href).href,
      ),
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
    const shapes = new Map(found.forms.map((fields) => [shapeOf(fields), fields]));
    for (const fields of shapes.values()) forms.push({ path, fields });
    for (const link of found.links) {
      const url = new URL(link);
      if (url.origin === home && !url.pathname.startsWith("/api/")) todo.push(url.pathname + url.search);
    }
  }
  return { forms, paths };
}

/** What a form is, of a page that repeats it for each of its rows: the action it calls, and its fields. */
function shapeOf(fields: Field[]): string {
  return fields
    .map(({ name, value }) => (/^\$ACTION_\d+:0$/.test(name) ? value : name.replace(/\d+/g, "#")))
    .join();
}

/** The address with what stands for one of many left out, so that of a hundred events one is visited. */
function kindOf(path: string): string {
  const url = new URL(path, "http://x");
  const parts = url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "#").split("/");
  const own = ["apply", "subscribe"];
  if (/^(?:events|statements|members|news)$/.test(parts[2] ?? "") && parts[3] && !own.includes(parts[3]))
    parts[3] = "#";
  return `${parts.slice(2).join("/")}?${[...url.searchParams.keys()].sort()}`;
}
