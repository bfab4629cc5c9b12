import { expect, test } from "vitest";
import { atomFeed } from "@/lib/feed";

const channel = {
  title: "A & B <news>",
  subtitle: "s",
  author: "a",
  self: "https://x.example/en/feed.xml",
  home: "https://x.example/en",
};
const at = new Date("2026-03-02T09:00:00Z");
const entry = {
  url: "https://x.example/en/news/a",
  title: 'Steel & <b>stone</b> ]]> "done"',
  summary: "One\nTwo",
  publishedAt: new Date("2026-01-01T00:00:00Z"),
  updatedAt: new Date("2026-02-01T00:00:00Z"),
  tags: ["R&D"],
};

test("an empty feed was updated when it was asked for", async () => {
  expect(await atomFeed(channel, [], at).text()).toContain("<updated>2026-03-02T09:00:00.000Z</updated>");
});

test("a feed was updated with its latest text, which comes first; the same text keeps its id", async () => {
  const older = { ...entry, url: "https://x.example/en/news/b", updatedAt: new Date("2025-02-01T00:00:00Z") };
  const xml = await atomFeed(channel, [older, entry], at).text();
  expect(xml.match(/<updated>[^<]+/g)?.map((tag) => tag.slice(9, 19))).toEqual([
    "2026-02-01",
    "2026-02-01",
    "2025-02-01",
  ]);
  expect(xml.indexOf("news/a</id>")).toBeLessThan(xml.indexOf("news/b</id>"));
  expect(xml).toContain("<published>2026-01-01T00:00:00.000Z</published>");
});

test("what a text says is never markup", async () => {
  const answer = atomFeed(channel, [entry], at);
  expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const xml = await answer.text();
  expect(xml).toContain("A &amp; B &lt;news&gt;");
  expect(xml).toContain("<![CDATA[Steel &#38; &#60;b&#62;stone&#60;/b&#62; ]]&#62; &#34;done&#34;]]>");
  expect(xml).not.toContain("<b>");
  expect(xml.match(/]]>/g)).toHaveLength(2);
});
