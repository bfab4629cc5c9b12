import "server-only";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { announcementKinds, type Locale } from "@/db/enums";
import { announcementsForFeed } from "@/domain/announcements/queries";
import { groupProfile } from "@/domain/group/queries";
import { publicStatements } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { atomFeed, type FeedEntry, rssFeed } from "@/lib/feed";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { oneOf, query, searchWords } from "@/lib/list";
import { absolute, shortened } from "@/lib/seo";

type Context = { params: Promise<{ locale: string }> };

const asked = z.object({
  kind: oneOf(announcementKinds),
  tag: searchWords,
  /** Whole texts, or what they are about in a few words. */
  content: z.enum(["full", "summary"]).catch("full"),
});

const formats = { atom: ["feed.xml", atomFeed], rss: ["rss.xml", rssFeed] } as const;

/**
 * The route of a feed: the latest announcements and statements, in the language of the address where they have it; with
 * a kind or a tag, the announcements of it alone. What is not public is in none, as everywhere.
 */
export function newsFeed(format: keyof typeof formats) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const { locale } = await params;
    if (!isLocale(locale)) return new Response("Not found", { status: 404 });
    const at = now();
    const { content, ...filter } = asked.parse(Object.fromEntries(new URL(request.url).searchParams));
    const narrowed = Boolean(filter.kind || filter.tag);
    const [t, kinds, group, announcements, statements] = await Promise.all([
      getTranslations({ locale, namespace: "announcements" }),
      getTranslations({ locale, namespace: "enums.announcementKind" }),
      groupProfile(),
      announced(locale, filter, content, at),
      narrowed ? [] : agreed(locale, at),
    ]);
    const name = pick(group.name, locale).text;
    const about = [filter.kind && kinds(filter.kind), filter.tag].filter(Boolean).join(", ");
    const [file, write] = formats[format];
    const parts = query({ ...filter, content: content === "summary" ? content : undefined });
    return write(
      {
        title: narrowed ? t("feedOf", { name, about }) : t("feedTitle", { name }),
        subtitle: t("feedLead"),
        author: name,
        self: absolute(`/${locale}/${file}${parts === "?" ? "" : parts}`),
        home: absolute(`/${locale}/news`),
        language: locale,
      },
      [...announcements, ...statements],
      at,
    );
  };
}

/**
 * What a text is known by in the feed of a language: the same after it was taken back and published anew, whatever its
 * address, and in whichever language it is public (RFC 4151).
 */
const known = (kind: string, id: string, locale: Locale) =>
  `tag:${new URL(absolute("/")).hostname},2026:${kind}:${id}:${locale}`;

async function announced(
  locale: Locale,
  filter: { kind?: (typeof announcementKinds)[number]; tag: string },
  content: "full" | "summary",
  at: Date,
): Promise<FeedEntry[]> {
  const rows = await announcementsForFeed(locale, at, filter);
  return rows.map((one) => ({
    id: known("announcement", one.id, locale),
    url: absolute(`/${one.locale}/news/${one.slug}`),
    title: one.title,
    summary: one.lead || shortened(one.text, 500),
    content: content === "full" ? [one.lead, one.text].filter(Boolean).join("\n") : undefined,
    publishedAt: one.firstPublicAt,
    updatedAt: one.updatedAt,
    tags: one.tags,
  }));
}

async function agreed(locale: Locale, at: Date): Promise<FeedEntry[]> {
  const [kinds, statements] = await Promise.all([
    getTranslations({ locale, namespace: "enums.statementKind" }),
    publicStatements(at),
  ]);
  return statements.slice(0, 50).map((one) => {
    const title = pick(one.title, locale);
    return {
      id: known("statement", one.id, locale),
      url: absolute(`/${title.lang}/statements/${one.slug}`),
      title: title.text,
      summary: kinds(one.kind),
      publishedAt: one.publicFrom,
      updatedAt: one.updatedAt,
    };
  });
}
