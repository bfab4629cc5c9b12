import { type Locale, locales } from "@/db/enums";
import { allPublicAnnouncements } from "@/domain/announcements/queries";
import { allPublicEvents } from "@/domain/events/queries";
import { publicMembers } from "@/domain/members/queries";
import { eventsWithPublicList } from "@/domain/participant-lists/queries";
import { publicStatements } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { absolute } from "@/lib/seo";

export const dynamic = "force-dynamic";

type Entry = { path: string; published: readonly Locale[] };

/** Every public address at this moment, each with its twin where the text is public in both languages. */
export async function GET() {
  const at = now();
  const [events, lists, statements, members, ...news] = await Promise.all([
    allPublicEvents(at),
    eventsWithPublicList(at),
    publicStatements(at),
    publicMembers(at),
    ...locales.map((locale) => allPublicAnnouncements(locale, at)),
  ]);
  const slugs = [...new Set(news.flat().map((piece) => piece.slug))];
  const entries: Entry[] = [
    ...["", "/events", "/statements", "/members", "/members/apply", "/news"].map((path) => ({
      path,
      published: locales,
    })),
    ...events.map(({ slug }) => ({ path: `/events/${slug}`, published: locales })),
    ...lists.map((slug) => ({ path: `/events/${slug}/participants`, published: locales })),
    ...statements.map(({ slug, published }) => ({ path: `/statements/${slug}`, published })),
    ...members.map(({ slug }) => ({ path: `/members/${slug}`, published: locales })),
    ...slugs.map((slug) => ({
      path: `/news/${slug}`,
      published: locales.filter((_, index) =>
        news[index]?.some((piece) => piece.slug === slug && piece.locale === locales[index]),
      ),
    })),
  ];
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.flatMap(({ path, published }) => published.map((locale) => entry(path, locale, published))),
    "</urlset>",
  ];
  return new Response(xml.join("\n"), { headers: { "content-type": "application/xml; charset=utf-8" } });
}

/** One address. Slugs are of lower-case letters, digits and hyphens, so nothing in it needs to be escaped. */
function entry(path: string, locale: Locale, published: readonly Locale[]) {
  const address = (one: Locale) => absolute(`/${one}${path}`);
  const twins = published.map(
    (one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${address(one)}"/>`,
  );
  return `<url><loc>${address(locale)}</loc>${published.length > 1 ? twins.join("") : ""}</url>`;
}
