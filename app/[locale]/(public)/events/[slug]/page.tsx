import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicAgenda } from "@/components/agenda/public-agenda";
import { ZoneSwitch } from "@/components/agenda/zone-switch";
import { EventFacts } from "@/components/events/event-facts";
import { ParticipantsList } from "@/components/participations/participants-list";
import { RegistrationCall } from "@/components/participations/registration-call";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { publicAgenda } from "@/domain/agenda/queries";
import { publicEvent } from "@/domain/events/queries";
import { publicParticipants, publicSeatsTaken } from "@/domain/participations/queries";
import { registrationDoor } from "@/domain/participations/rules";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const event = await publicEvent(slug, now());
  if (!event) return {};
  return { title: pick(event.title, locale).text, description: pick(event.summary, locale).text };
}

/** A public event: facts, agenda, what was said there, and the way in. */
export default async function EventPage({ params }: Props) {
  const at = now();
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const event = await publicEvent(slug, at);
  if (!event) notFound();
  const [t, enums, items, participants, taken] = await Promise.all([
    getTranslations("events"),
    getTranslations("enums.eventKind"),
    publicAgenda(event.id, at),
    publicParticipants(event.id, at),
    publicSeatsTaken(event.id),
  ]);
  const title = pick(event.title, locale);
  const summary = pick(event.summary, locale);
  return (
    <article className="space-y-10">
      <div>
        <PageHeading title={title.text} lang={langOf(title, locale)} above={enums(event.kind)} />
        {event.cancelledAt && (
          <Notice tone="danger" title={t("cancelled")} className="mb-6">
            {event.cancellationReason}
          </Notice>
        )}
        {summary.text && (
          <p lang={langOf(summary, locale)} className="prose mb-6 whitespace-pre-line">
            {summary.text}
          </p>
        )}
        <EventFacts event={event} />
      </div>
      <RegistrationCall door={registrationDoor(event, taken, at)} event={event} />
      {items.length > 0 && (
        <Section
          title={t("agenda")}
          aside={
            <a className="link print:hidden" href={`/${locale}/events/${slug}/agenda.ics`}>
              {t("agendaFile")}
            </a>
          }
        >
          <p className="mb-3 text-muted text-sm">{t("timesIn", { zone: event.zone.replaceAll("_", " ") })}</p>
          <ZoneSwitch
            zone={event.zone}
            words={{ group: t("zone.group"), event: t("zone.event"), own: t("zone.own") }}
          >
            <PublicAgenda items={items} zone={event.zone} />
          </ZoneSwitch>
        </Section>
      )}
      {participants.length > 0 && (
        <Section title={t("participants", { count: participants.length })}>
          <ParticipantsList participants={participants} />
        </Section>
      )}
    </article>
  );
}
