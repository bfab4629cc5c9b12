import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { AgendaFiles } from "@/components/agenda/agenda-files";
import { ReleaseLine } from "@/components/agenda/release-line";
import { ZonedAgenda } from "@/components/agenda/zoned-agenda";
import { AnnouncementLine } from "@/components/announcements/announcement-line";
import { EventFacts } from "@/components/events/event-facts";
import { ListCall } from "@/components/participant-lists/list-call";
import { RegistrationCall } from "@/components/participations/registration-call";
import { JsonLd } from "@/components/seo/json-ld";
import { StatementLine } from "@/components/statements/statement-line";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import type { Localized } from "@/db/enums";
import { nobody } from "@/domain/access/actor";
import { publicRelease } from "@/domain/agenda/public-releases";
import { publicAnnouncementsAmong, publicAnnouncementsOfEvent } from "@/domain/announcements/queries";
import { publicEvent } from "@/domain/events/queries";
import { papersFor } from "@/domain/item-documents/queries";
import { publicListSize } from "@/domain/participant-lists/queries";
import { publicSeatsFree } from "@/domain/participations/public";
import { registrationDoor } from "@/domain/participations/rules";
import { publicStatementsOfEvent } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { pageMetadata } from "@/lib/seo";
import { EventBanners } from "./banners";
import { starAction } from "./my-agenda/actions";
import { eventThing } from "./thing";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const event = await publicEvent(slug, now());
  if (!event) return {};
  const title = pick(event.title, locale).text;
  return pageMetadata({
    title,
    picture: title,
    description: pick(event.summary, locale).text,
    path: `/events/${slug}`,
    locale,
  });
}

/** A public event: facts, agenda, what was said there, and the way in. */
export default async function EventPage({ params }: Props) {
  const at = now();
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const event = await publicEvent(slug, at);
  if (!event) notFound();
  const [t, enums, release, papers, list, free, statements, news] = await Promise.all([
    getTranslations("events"),
    getTranslations("enums.eventKind"),
    publicRelease(event.id, at),
    papersFor(nobody, event.id, at),
    publicListSize(event.id, at),
    publicSeatsFree(event.id, at),
    publicStatementsOfEvent(event.id, at),
    publicAnnouncementsOfEvent(event.id, locale, at),
  ]);
  const items = release?.items ?? [];
  const announced = await publicAnnouncementsAmong(
    items.flatMap((item) => item.announcementIds),
    locale,
    at,
  );
  const title = pick(event.title, locale);
  const summary = pick(event.summary, locale);
  const home = `/${locale}/events/${slug}`;
  return (
    <article className="space-y-10">
      <JsonLd thing={eventThing(event, locale, items)} />
      <div>
        <PageHeading title={title.text} lang={langOf(title, locale)} above={enums(event.kind)} />
        {event.cancelledAt && (
          <Notice tone="danger" title={t("cancelled")} className="mb-6">
            {event.cancellationReason}
          </Notice>
        )}
        <EventBanners event={event} items={items} at={at} />
        {summary.text && (
          <p lang={langOf(summary, locale)} className="prose mb-6 whitespace-pre-line">
            {summary.text}
          </p>
        )}
        <EventFacts event={event} />
        {items.length > 0 && event.endsAt > at && !event.cancelledAt && (
          <p className="mt-4 print:hidden">
            <Link className="link inline-block min-h-6" href={`/${locale}/events/${slug}/live` as Route}>
              {t("live")}
            </Link>
          </p>
        )}
      </div>
      <RegistrationCall door={registrationDoor(event, free, at)} free={free} event={event} />
      {statements.length > 0 && (
        <Section title={t("statements")}>
          <ul>
            {statements.map((statement) => (
              <StatementLine key={statement.id} statement={statement} />
            ))}
          </ul>
        </Section>
      )}
      {news.length > 0 && (
        <Section title={t("news")}>
          <ul>
            {news.map((piece) => (
              <AnnouncementLine key={piece.id} announcement={piece} zone={event.zone} />
            ))}
          </ul>
        </Section>
      )}
      {release && items.length > 0 && (
        <Section title={t("agenda")}>
          <ReleaseLine release={release} zone={event.zone} base={`/events/${slug}/agenda`} />
          <ZonedAgenda
            items={items}
            zone={event.zone}
            release={release.number}
            tools={{ eventId: event.id, home, action: starAction }}
            papers={{ items: papers, base: home }}
            announcements={announced}
          />
        </Section>
      )}
      {(items.length > 0 || statements.length > 0) && (
        <Section title={t("documents")} className="print:hidden">
          <ul className="space-y-1 text-sm">
            {items.length > 0 && <AgendaFiles home={home} people={items.flatMap((item) => item.people)} />}
            {statements.map((statement) => (
              <StatementFile key={statement.id} statement={statement} />
            ))}
          </ul>
        </Section>
      )}
      {list && (
        <Section title={t("participants")}>
          <ListCall list={list} zone={event.zone} href={`${home}/participants`} />
        </Section>
      )}
    </article>
  );
}

/** A statement of the event as a file, in the reader's language where it is published in it. */
function StatementFile({ statement }: { statement: { slug: string; title: Localized } }) {
  const locale = useLocale();
  const t = useTranslations("events");
  const title = pick(statement.title, locale);
  return (
    <li lang={langOf(title, locale)}>
      <a className="link" href={`/${title.lang}/statements/${statement.slug}.pdf`}>
        {t("statementFile", { title: title.text })}
      </a>
    </li>
  );
}
