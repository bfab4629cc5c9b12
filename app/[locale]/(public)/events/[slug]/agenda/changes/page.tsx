import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/agenda/change-list";
import { Time } from "@/components/time";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { publicChangelog } from "@/domain/agenda/public-releases";
import { publicEvent } from "@/domain/events/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { pageNumber, query, type SearchParams } from "@/lib/list";
import { absolute, pageMetadata } from "@/lib/seo";
import { EventBanners } from "../../banners";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations("agenda.changes")]);
  const event = await publicEvent(slug, now());
  if (!event) return {};
  const page = pageMetadata({
    title: `${t("title")} · ${pick(event.title, locale).text}`,
    description: t("lead"),
    path: `/events/${slug}/agenda/changes`,
    locale,
  });
  const feed = absolute(`/${locale}/events/${slug}/agenda/feed.xml`);
  return { ...page, alternates: { ...page.alternates, types: { "application/atom+xml": feed } } };
}

/** Every release of a public event's agenda and what it changed for everybody, latest first. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const at = now();
  const [{ slug }, sent, locale] = await Promise.all([params, searchParams, getLocale()]);
  const event = await publicEvent(slug, at);
  if (!event) notFound();
  const page = pageNumber.parse(sent.page);
  const [t, { entries, more }] = await Promise.all([
    getTranslations("agenda.changes"),
    publicChangelog(event.id, at, page),
  ]);
  const title = pick(event.title, locale);
  const base = `/${locale}/events/${slug}`;
  return (
    <>
      <PageHeading
        title={t("title")}
        above={
          <Link href={base as Route} className="link" lang={langOf(title, locale)}>
            {title.text}
          </Link>
        }
        below={t("lead")}
      />
      <EventBanners event={event} items={[]} at={at} />
      <p className="mb-6 text-sm">
        <a className="link" href={`${base}/agenda/feed.xml`}>
          {t("feed")}
        </a>
      </p>
      {entries.length === 0 && <p className="text-muted">{t("none")}</p>}
      <div className="space-y-8">
        {entries.map((entry) => {
          const note = pick(entry.note, locale);
          return (
            <Section
              key={entry.number}
              title={t("release", { number: entry.number })}
              aside={
                <Link className="link" href={`${base}/agenda/releases/${entry.number}` as Route}>
                  {t("read", { number: entry.number })}
                </Link>
              }
            >
              <p className="text-muted text-sm">
                <Time at={entry.releasedAt} zone={event.zone} />
              </p>
              {note.text && (
                <p lang={langOf(note, locale)} className="measure mt-1 whitespace-pre-line">
                  {note.text}
                </p>
              )}
              {entry.againOf !== null && <p className="mt-1">{t("againOf", { number: entry.againOf })}</p>}
              <div className="mt-3">
                {entry.changes.length === 0 ? (
                  <p className="text-muted text-sm">{t("nothing")}</p>
                ) : (
                  <ChangeList changes={entry.changes} zone={event.zone} />
                )}
              </div>
            </Section>
          );
        })}
      </div>
      {(page > 1 || more) && (
        <p className="mt-8 flex flex-wrap gap-6 text-sm">
          {page > 1 && (
            <Link className="link" href={query({}, { page: page - 1 }) as Route}>
              {t("newer")}
            </Link>
          )}
          {more && (
            <Link className="link" href={query({}, { page: page + 1 }) as Route}>
              {t("older")}
            </Link>
          )}
        </p>
      )}
    </>
  );
}
