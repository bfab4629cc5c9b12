/** The public pages to measure: what a visitor of a summit opens. One event, statement and so on stand for all. */
export async function publicPages(base: string): Promise<[name: string, url: string][]> {
  const list = (path: string) => `${base}/en${path}`;
  const first = async (path: string) => {
    const page = await (await fetch(list(path))).text();
    const href = new RegExp(`href="(/en${path}/[a-z0-9-]+)"`).exec(page)?.[1];
    return href && `${base}${href}`;
  };
  const pages: [string, string | undefined][] = [
    ["home", list("")],
    ["events", list("/events")],
    ["event", await first("/events")],
    ["statements", list("/statements")],
    ["statement", await first("/statements")],
    ["members", list("/members")],
    ["member", await first("/members")],
    ["news", list("/news")],
    ["announcement", await first("/news")],
    ["search", list("/search?q=transition")],
  ];
  return pages.filter((page): page is [string, string] => page[1] !== undefined);
}
