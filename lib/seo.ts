import type { Metadata } from "next";
import { type Locale, locales } from "@/db/enums";
import { env } from "./env";

/** The whole address of a page of this installation, from its path. */
export function absolute(path: string): string {
  return `${env().BASE_URL}${path}`;
}

const regions: Record<Locale, string> = { en: "en_GB", sv: "sv_SE" };

type Page = {
  title: string;
  description?: string;
  /** The page's path after its language: `/news/japan-joins`; empty for the first page. */
  path: string;
  /** Where a language has an address of its own. */
  paths?: Partial<Record<Locale, string>>;
  /** The language of the page that is asked for. */
  locale: Locale;
  /** The languages in which the text itself is public; without it every one (pages made of the interface's words). */
  publishedLocales?: readonly Locale[];
  /** The query of the feed that holds what the page lists. */
  feed?: string;
  /** The words on the page's own picture, where it has one; all others have that of the house. */
  picture?: string;
  /** Of a text: when it was first public and when last changed. */
  article?: { publishedAt: Date; modifiedAt?: Date; tags?: readonly string[] };
};

/**
 * What a page tells search engines and those who share it: its one true address, its published twins and no others
 * (each names all of them and itself, so the links go both ways), Open Graph, and where the feed is. A text that is
 * shown in another language than the page's points to the page of the language it is in.
 */
export function pageMetadata({
  title,
  description,
  path,
  paths,
  locale,
  publishedLocales,
  picture,
  article,
  feed = "",
}: Page): Metadata {
  const published = locales.filter((one) => (publishedLocales ?? locales).includes(one));
  const own = published.includes(locale) ? locale : (published[0] ?? locale);
  const chosen = feed === "?" ? "" : feed;
  const address = (one: Locale) => absolute(`/${one}${paths?.[one] ?? path}`);
  const text = description ? shortened(description) : undefined;
  const twins = Object.fromEntries(published.map((one) => [one, address(one)]));
  const shared = {
    title,
    description: text,
    url: address(own),
    locale: regions[own],
    // Next keeps no picture of the folders above where a page says anything itself.
    images: [
      picture
        ? { url: `${address(own)}/share.png`, width: 1200, height: 630, type: "image/png", alt: picture }
        : { url: absolute("/opengraph-image.png"), width: 1200, height: 630 },
    ],
    alternateLocale: published.filter((one) => one !== own).map((one) => regions[one]),
  };
  return {
    title,
    description: text,
    alternates: {
      canonical: address(own),
      languages: published.length > 1 ? { ...twins, "x-default": address(published[0] ?? own) } : undefined,
      types: {
        "application/atom+xml": absolute(`/${locale}/feed.xml${chosen}`),
        "application/rss+xml": absolute(`/${locale}/rss.xml${chosen}`),
      },
    },
    openGraph: article
      ? {
          ...shared,
          type: "article",
          publishedTime: article.publishedAt.toISOString(),
          modifiedTime: (article.modifiedAt ?? article.publishedAt).toISOString(),
          tags: [...(article.tags ?? [])],
        }
      : { ...shared, type: "website" },
    twitter: { card: picture ? "summary_large_image" : "summary", title, description: text },
  };
}

/** A text on one line, at most so long, cut between words. */
export function shortened(text: string, most = 200): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const end = cut.lastIndexOf(" ");
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\ud800-\udbff]$/, "")}…`;
}
