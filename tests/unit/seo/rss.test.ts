import { expect, test } from "vitest";
import { atomFeed, rssFeed } from "@/lib/feed";

const channel = {
  title: "A & B",
  subtitle: "s",
  author: "a",
  self: "https://x.example/sv/rss.xml?tag=a&kind=b",
  home: "https://x.example/sv/news",
  language: "sv",
};
const at = new Date("2026-03-02T09:00:00Z");
const entry = {
  url: "https://x.example/sv/news/a",
  id: "tag:x.example,2026:announcement:1:sv",
  title: "Stål & <b>sten</b>",
  summary: "Kort",
  content: "Ett <script>\nTvå ]]>",
  publishedAt: new Date("2026-01-01T00:00:00Z"),
  updatedAt: new Date("2026-02-01T00:00:00Z"),
};

test("RSS says the same as Atom, by the same id", async () => {
  const answer = rssFeed(channel, [entry], at);
  expect(answer.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
  const xml = await answer.text();
  expect(xml).toContain('<guid isPermaLink="false">tag:x.example,2026:announcement:1:sv</guid>');
  expect(xml).toContain("<language>sv</language>");
  expect(xml).toContain("<pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate>");
  expect(xml).toContain("<![CDATA[<p>Ett &#60;script&#62;</p>\n<p>Två ]]&#62;</p>]]>");
  expect(xml).not.toContain("<script>");
});

test("the id of an entry is its own where it has one, and not its address", async () => {
  const xml = await atomFeed(
    channel,
    [entry, { ...entry, id: undefined, url: "https://x.example/b" }],
    at,
  ).text();
  expect(xml).toContain("<id>tag:x.example,2026:announcement:1:sv</id>");
  expect(xml).toContain("<id>https://x.example/b</id>");
  expect(xml).toContain('href="https://x.example/sv/news/a"');
});
