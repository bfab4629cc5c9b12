import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AnnouncementArticle } from "@/components/announcements/announcement-article";
import { ChangeNotes } from "@/components/announcements/change-notes";
import { Related } from "@/components/announcements/related";
import { OfficeBanner } from "@/components/people/office-banner";
import { PeriodBanner } from "@/components/periods/period-banner";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { locales } from "@/db/enums";
import { publicEditions } from "@/domain/announcements/readable";
import { relatedAnnouncements } from "@/domain/announcements/related";
import { plainText } from "@/domain/announcements/text/rules";
import { publicCounts } from "@/domain/members/queries";
import { peopleSince } from "@/domain/people/since";
import { closedPeriodsBy } from "@/domain/periods/queries";
import { governmentsOf } from "@/domain/periods/rules";
import { publicStatementsOfEvent } from "@/domain/statements/queries";
import { pick } from "@/lib/i18n/pick";
import { pageMetadata } from "@/lib/seo";
import { dayIn, formatDay } from "@/lib/time";
import { ArticleData } from "./article-data";
import { announcementHere } from "./readable";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const here = await announcementHere(slug, locale);
  if (!here) return { robots: { index: false } };
  const { title, lead, body, tags, published, firstPublicAt, updatedAt, ownSlugs, base } = here.announcement;
  const metadata = pageMetadata({
    title,
    description: lead || plainText(body),
    path: `/news/${here.announcement.slug}`,
    paths: Object.fromEntries(locales.map((one) => [one, `/news/${ownSlugs[one] ?? base}`])),
    locale,
    publishedLocales: here.isWithdrawn ? [here.announcement.locale] : published,
    picture: here.isWithdrawn ? undefined : title,
    article: { publishedAt: firstPublicAt, modifiedAt: updatedAt, tags },
  });
  return here.isWithdrawn ? { ...metadata, robots: { index: false } } : metadata;
}

/** A public announcement, with what belongs to it; one that was withdrawn says so and why. */
export default async function AnnouncementPage({ params }: Props) {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const [here, t] = await Promise.all([
    announcementHere(slug, locale),
    getTranslations("announcements.publication"),
  ]);
  if (!here) return <EmptyState title={t("goneTitle")}>{t("goneText")}</EmptyState>;
  const { announcement, taken, isWithdrawn, group, at } = here;
  const { firstPublicAt } = announcement;
  const day = dayIn(firstPublicAt, group.zone);
  const { eventId, event } = announcement;
  const today = dayIn(at, group.zone);
  const { id, speakers } = announcement;
  const governments = governmentsOf(speakers, day);
  const [press, since, closed, counts, statements, news, editions] = await Promise.all([
    getTranslations("press.kit"),
    peopleSince(
      speakers.map((person) => person.id),
      day,
      today,
      at,
    ),
    closedPeriodsBy("announcement", [{ id, day, governments }], today, at),
    publicCounts(day, at),
    event && eventId ? publicStatementsOfEvent(eventId, at) : [],
    relatedAnnouncements({ id, eventId: event && eventId, tags: announcement.tags }, locale, at),
    publicEditions(announcement.id, announcement.locale, at),
  ]);
  const changed = editions.findLast((one) => one.major && one !== editions[0]);
  return (
    <>
      {!isWithdrawn && (
        <ArticleData
          piece={announcement}
          base={`/${announcement.locale}/news/${announcement.slug}`}
          publisher={pick(group.name, announcement.locale).text}
        />
      )}
      {taken?.withdrawnAt && (
        <Notice
          tone="danger"
          className="mb-8"
          title={t("withdrawnTitle", { day: formatDay(dayIn(taken.withdrawnAt, group.zone), locale) })}
        >
          {taken.withdrawalReason}
        </Notice>
      )}
      <AnnouncementArticle
        piece={announcement}
        shown={{ ...announcement.shown, base: `/${announcement.locale}/news/${announcement.slug}/media` }}
        speakers={speakers}
        banners={
          <>
            <PeriodBanner periods={closed.get(id)} />
            <OfficeBanner people={since} day={day} />
          </>
        }
        day={day}
        changedOn={changed && dayIn(changed.publicFrom, group.zone)}
        facts={{ counts, joining: announcement.joining }}
        group={group}
      >
        <ChangeNotes editions={editions} lang={announcement.locale} zone={group.zone} />
        {!isWithdrawn && (
          <p className="text-sm print:hidden">
            <a
              className="link inline-block py-0.5"
              href={`/${announcement.locale}/news/${announcement.slug}/press-kit.zip`}
            >
              {press("download")}
            </a>
          </p>
        )}
        <Related event={event} statements={statements} news={news} zone={group.zone} />
      </AnnouncementArticle>
    </>
  );
}
