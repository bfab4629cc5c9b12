import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ZonedAgenda } from "@/components/agenda/zoned-agenda";
import { Time } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { publicRelease } from "@/domain/agenda/public-releases";
import { publicEvent } from "@/domain/events/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { absolute } from "@/lib/seo";
import { EventBanners } from "../../../banners";

type Props = { params: Promise<{ slug: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug, number }, locale, t] = await Promise.all([
    params,
    getLocale(),
    getTranslations("agenda.public"),
  ]);
  const event = await publicEvent(slug, now());
  if (!event) return {};
  return {
    title: `${t("title", { number })} · ${pick(event.title, locale).text}`,
    // What holds is on the page of the event; this one is for those who were sent here.
    robots: { index: false },
    alternates: { canonical: absolute(`/${locale}/events/${slug}`) },
  };
}

/** One release of a public event's agenda as it was; an earlier one says that it no longer holds. */
export default async function ReleasePage({ params }: Props) {
  const at = now();
  const [{ slug, number }, locale] = await Promise.all([params, getLocale()]);
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
  const event = await publicEvent(slug, at);
  if (!event) notFound();
  const [t, release, latest] = await Promise.all([
    getTranslations("agenda.public"),
    publicRelease(event.id, at, Number(number)),
    publicRelease(event.id, at),
  ]);
  if (!release || !latest) notFound();
  const title = pick(event.title, locale);
  const note = pick(release.note, locale);
  const base = `/${locale}/events/${slug}`;
  return (
    <>
      <PageHeading
        title={t("title", { number: release.number })}
        above={
          <Link href={base as Route} className="link" lang={langOf(title, locale)}>
            {title.text}
          </Link>
        }
        below={<Time at={release.releasedAt} zone={event.zone} />}
      />
      {release.number < latest.number && (
        <Notice tone="warning" title={t("earlier", { latest: latest.number })} className="mb-6">
          <Link className="link" href={base as Route}>
            {t("current")}
          </Link>
        </Notice>
      )}
      <EventBanners event={event} items={release.items} at={at} />
      {note.text && (
        <p lang={langOf(note, locale)} className="measure mb-4 whitespace-pre-line">
          {note.text}
        </p>
      )}
      <p className="mb-6 text-sm">
        <Link className="link" href={`${base}/agenda/changes` as Route}>
          {t("changes")}
        </Link>
      </p>
      <ZonedAgenda items={release.items} zone={event.zone} release={release.number} />
    </>
  );
}
