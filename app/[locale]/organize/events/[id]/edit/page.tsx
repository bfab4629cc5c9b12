import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { EventForm } from "@/components/events/event-form";
import { Notice } from "@/components/ui/notice";
import { can } from "@/domain/access/can";
import { formValuesOf } from "@/domain/events/organizer-queries";
import { organisationChoices } from "@/domain/organisations/choices";
import { countryChoices, namedChoices } from "@/lib/i18n/choices";
import { BelongsTo } from "../../../people/periods/belongs";
import { editEventAction } from "../../actions";
import { eventHere } from "../event";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("events");
  return { title: t("tabs.edit") };
}

/** Changing an event; says beforehand whom a move will reach. */
export default async function EditEventPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, event } = await eventHere((await params).id);
  if (!can(actor, "event.edit")) notFound();
  const [t, locale, organisations] = await Promise.all([
    getTranslations("events"),
    getLocale(),
    organisationChoices(actor),
  ]);
  const {
    id,
    revision,
    kind,
    format,
    title,
    summary,
    slug,
    parentEvent,
    allDay,
    venue,
    city,
    registrationPolicy,
  } = event;
  const { zone, startsAt, endsAt, country, capacity, registrationOpensAt, registrationClosesAt } =
    formValuesOf(event);
  const named = { en: "", sv: "" };
  return (
    <>
      {event.announcedAt && !event.cancelledAt && <Notice className="mb-6">{t("movesAreTold")}</Notice>}
      <EventForm
        values={{
          id,
          revision,
          kind,
          format,
          title: { ...named, ...title },
          summary: { ...named, ...summary },
          slug,
          parentEvent,
          zone,
          startsAt,
          endsAt,
          allDay,
          venue,
          city: { ...named, ...city },
          country,
          hosts: event.hosts.map(({ organisationId, role }) => ({ organisationId, role })),
          registrationPolicy,
          capacity,
          registrationOpensAt,
          registrationClosesAt,
        }}
        organisations={namedChoices(organisations, locale)}
        countries={countryChoices(locale)}
        zones={Intl.supportedValuesOf("timeZone")}
        action={editEventAction}
      />
      <div className="mt-10">
        <BelongsTo actor={actor} of="event" id={id} />
      </div>
    </>
  );
}
