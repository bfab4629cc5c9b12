import { Feed } from "feed";

/** A text in a feed. Its address is its permanent id. */
export type FeedEntry = {
  url: string;
  title: string;
  summary: string;
  publishedAt: Date;
  updatedAt: Date;
  tags?: readonly string[];
};

type Channel = { title: string; subtitle: string; author: string; self: string; home: string };

/** Atom says its texts are HTML: what we have is plain, so every sign that means something there is written out. */
const asHtml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, "<br/>");

/**
 * Texts as an Atom feed (RFC 4287), latest change first. It says that it was updated when its latest text was; an empty
 * one says the instant it was asked for.
 */
export function atomFeed(channel: Channel, entries: readonly FeedEntry[], at: Date): Response {
  const newest = entries.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  const feed = new Feed({
    id: channel.self,
    title: channel.title,
    description: channel.subtitle,
    author: { name: channel.author },
    link: channel.home,
    feed: channel.self,
    updated: newest[0]?.updatedAt ?? at,
    generator: false,
  });
  for (const entry of newest) {
    feed.addItem({
      id: entry.url,
      link: entry.url,
      title: asHtml(entry.title),
      description: asHtml(entry.summary),
      published: entry.publishedAt,
      date: entry.updatedAt,
      category: entry.tags?.map((term) => ({ name: term, term })),
    });
  }
  return new Response(feed.atom1(), {
    headers: { "content-type": "application/atom+xml; charset=utf-8", "cache-control": "no-cache" },
  });
}
