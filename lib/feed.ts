import { Feed } from "feed";

/** A text in a feed. */
export type FeedEntry = {
  url: string;
  /** What it is known by for good, also where its address changes; without one its address is it. */
  id?: string;
  title: string;
  summary: string;
  /** The whole text, a block to a line. */
  content?: string;
  publishedAt: Date;
  updatedAt: Date;
  tags?: readonly string[];
};

type Channel = {
  title: string;
  subtitle: string;
  author: string;
  self: string;
  home: string;
  language?: string;
};

/** Feeds say their texts are HTML: what we have is plain, so every sign that means something there is written out. */
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const asHtml = (text: string) => escaped(text).replace(/\n/g, "<br/>");
const asParagraphs = (text: string) =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join("\n");

/** Texts as an Atom feed (RFC 4287), latest change first. */
export function atomFeed(channel: Channel, entries: readonly FeedEntry[], at: Date): Response {
  return answer(feedOf(channel, entries, at).atom1(), "application/atom+xml");
}

/** Texts as an RSS 2.0 feed, for programs that know no other; latest change first. */
export function rssFeed(channel: Channel, entries: readonly FeedEntry[], at: Date): Response {
  return answer(feedOf(channel, entries, at).rss2(), "application/rss+xml");
}

/** A feed was updated when its latest text was; an empty one says the instant it was asked for. */
function feedOf(channel: Channel, entries: readonly FeedEntry[], at: Date): Feed {
  const newest = entries.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  const feed = new Feed({
    id: channel.self,
    title: channel.title,
    description: channel.subtitle,
    author: { name: channel.author },
    link: channel.home,
    feed: channel.self,
    updated: newest[0]?.updatedAt ?? at,
    language: channel.language,
    generator: false,
  });
  for (const entry of newest) {
    feed.addItem({
      id: entry.id ?? entry.url,
      link: entry.url,
      title: asHtml(entry.title),
      description: asHtml(entry.summary),
      content: entry.content ? asParagraphs(entry.content) : undefined,
      published: entry.publishedAt,
      date: entry.updatedAt,
      category: entry.tags?.map((term) => ({ name: term, term })),
    });
  }
  return feed;
}

const answer = (xml: string, type: string) =>
  new Response(xml, { headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "no-cache" } });
