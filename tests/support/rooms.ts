import type { APIRequestContext } from "@playwright/test";

/** So many addresses of one kind are looked through for links: the first of many may be an empty one. */
const looked = 3;

/**
 * One address of every kind of page of the workspace, by its kind (`/events/#/agenda`), found by following the links
 * from its first page as whoever is signed in. Rejects where a link leads to nothing.
 */
export async function roomsOf(request: APIRequestContext, locale: string): Promise<Map<string, string>> {
  const home = `/${locale}/organize`;
  const rooms = new Map<string, string>();
  const seen = new Map<string, number>();
  const todo = [home];
  const known = new Set(todo);
  for (let address = todo.shift(); address; address = todo.shift()) {
    const kind = kindOf(address, home);
    const before = seen.get(kind) ?? 0;
    if (before >= looked) continue;
    seen.set(kind, before + 1);
    const response = await request.get(address);
    if (response.status() !== 200) throw new Error(`${address} is answered with ${response.status()}`);
    if (!response.headers()["content-type"]?.startsWith("text/html")) continue;
    if (!rooms.has(kind)) rooms.set(kind, address);
    for (const [, link] of (await response.text()).matchAll(/<a\b[^>]*?\bhref="([^"#]+)/g)) {
      const next = link?.replaceAll("&amp;", "&") ?? "";
      if (!/^[^?]*\/organize(?:[/?]|$)/.test(next) || !next.startsWith(home) || known.has(next)) continue;
      known.add(next);
      todo.push(next);
    }
  }
  return rooms;
}

/** The address below the first page with what stands for one of many left out, and without its query. */
function kindOf(address: string, home: string): string {
  const { pathname } = new URL(address, "http://x");
  return pathname.slice(home.length).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "#");
}
