import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { AnnouncementArticle } from "@/components/announcements/announcement-article";
import { Related } from "@/components/announcements/related";
import { JsonLd } from "@/components/seo/json-ld";
import type { AnnouncementKind, Locale } from "@/db/enums";
import { publicAnnouncement, publicAnnouncementsOfEvent } from "@/domain/announcements/queries";
import { plainText } from "@/domain/announcements/text/rules";
import { groupProfile } from "@/domain/group/queries";
import { publicCounts } from "@/domain/members/queries";
import { publicStatementsOfEvent } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { absolute, pageMetadata, shortened } from "@/lib/seo";
import { dayIn } from "@/lib/time";

type Props = { params: Promise<{ slug: string }> };

/** What each kind is to machines that read the page. */
const articleTypes: Record<AnnouncementKind, string> = {
  new_member: "NewsArticle",
  press_release: "NewsArticle",
  article: "Article",
  brief: "Report",
  event_report: "Report",
  video: "Article",
  process: "Article",
};

/** The announcement of this address at the moment of the request, read once. */
const announcementHere = cache(async (slug: string, locale: Locale) => {
  const at = now();
  const [announcement, group] = await Promise.all([publicAnnouncement(slug, locale, at), groupProfile()]);
  return announcement && { announcement, group, at };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const here = await announcementHere(slug, locale);
  if (!here) return {};
  const { title, lead, body, tags, published, firstPublicAt, publicFrom } = here.announcement;
  return pageMetadata({
    title,
    description: lead || plainText(body),
    path: `/news/${slug}`,
    locale,
    publishedLocales: published,
    article: { publishedAt: firstPublicAt, modifiedAt: publicFrom, tags },
  });
}

/** A public announcement, with what belongs to it. */
export default async function AnnouncementPage({ params }: Props) {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const here = await announcementHere(slug, locale);
  if (!here) notFound();
  const { announcement, group, at } = here;
  const day = dayIn(announcement.firstPublicAt, group.zone);
  const { eventId, event } = announcement;
  const film = announcement.body.content.find((block) => block.type === "video");
  const [counts, statements, news] = await Promise.all([
    publicCounts(day, at),
    event && eventId ? publicStatementsOfEvent(eventId, at) : [],
    event && eventId ? publicAnnouncementsOfEvent(eventId, locale, at) : [],
  ]);
  return (
    <>
      <JsonLd
        thing={{
          "@type": articleTypes[announcement.kind],
          headline: shortened(announcement.title, 110),
          description: shortened(announcement.lead || plainText(announcement.body)),
          inLanguage: announcement.locale,
          datePublished: announcement.firstPublicAt.toISOString(),
          dateModified: announcement.publicFrom.toISOString(),
          mainEntityOfPage: absolute(`/${announcement.locale}/news/${slug}`),
          keywords: announcement.tags,
          ...(film
            ? {
                video: {
                  "@type": "VideoObject",
                  name: film.attrs.title,
                  uploadDate: announcement.firstPublicAt.toISOString(),
                  url: film.attrs.mediaId
                    ? absolute(`/${locale}/news/${slug}/media/${film.attrs.mediaId}`)
                    : film.attrs.href,
                },
              }
            : {}),
          ...(announcement.authors.length > 0
            ? { author: announcement.authors.map((name) => ({ "@type": "Person", name })) }
            : {}),
          publisher: { "@type": "Organization", name: pick(group.name, announcement.locale).text },
        }}
      />
      <AnnouncementArticle
        piece={announcement}
        shown={{ ...announcement.shown, base: `/${locale}/news/${slug}/media` }}
        speakers={announcement.speakers}
        day={day}
        changedOn={dayIn(announcement.publicFrom, group.zone)}
        facts={{ counts, joining: announcement.joining }}
        group={group}
      >
        <Related
          event={event}
          statements={statements}
          news={news.filter((other) => other.id !== announcement.id)}
          zone={group.zone}
        />
      </AnnouncementArticle>
    </>
  );
}
