import { type Locale, locales } from "@/db/enums";
import { allPublicAnnouncements } from "@/domain/announcements/queries";
import { allPublicEvents } from "@/domain/events/queries";
import { publicMembers } from "@/domain/members/queries";
import { eventsWithPublicList } from "@/domain/participant-lists/queries";
import { publicStatements } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { absolute } from "@/lib/seo";

export const dynamic = "force-dynamic";

type Entry = { path: string; published: readonly Locale[]; paths?: Partial<Record<Locale, string>> };

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
  // Each text once, at the address of its own language.
  const texts = news.flatMap((pieces, index) => pieces.filter((piece) => piece.locale === locales[index]));
  const ids = [...new Set(texts.map((piece) => piece.id))];
  const entries: Entry[] = [
    ...["", "/events", "/statements", "/members", "/members/apply", "/news", "/api"].map((path) => ({
      path,
      published: locales,
    })),
    ...events.map(({ slug }) => ({ path: `/events/${slug}`, published: locales })),
    ...lists.map((slug) => ({ path: `/events/${slug}/participants`, published: locales })),
    ...statements.map(({ slug, published }) => ({ path: `/statements/${slug}`, published })),
    ...members.map(({ slug }) => ({ path: `/members/${slug}`, published: locales })),
    ...ids.map((id) => {
      const own = texts.filter((piece) => piece.id === id);
      const paths = Object.fromEntries(own.map((piece) => [piece.locale, `/news/${piece.slug}`]));
      return { path: "/news", paths, published: own.map((piece) => piece.locale) };
    }),
  ];
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.flatMap((one) => one.published.map((locale) => written(one, locale))),
    "</urlset>",
  ];
  return new Response(xml.join("\n"), { headers: { "content-type": "application/xml; charset=utf-8" } });
}

/** One address. Slugs are of lower-case letters, digits and hyphens, so nothing in it needs to be escaped. */
function written({ path, paths, published }: Entry, locale: Locale) {
  const address = (one: Locale) => absolute(`/${one}${paths?.[one] ?? path}`);
  const twins = published.map(
    (one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${address(one)}"/>`,
  );
  return `<url><loc>${address(locale)}</loc>${published.length > 1 ? twins.join("") : ""}</url>`;
}
