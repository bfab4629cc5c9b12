import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { EventForm } from "@/components/events/event-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { organisationChoices } from "@/domain/organisations/choices";
import { countryChoices, namedChoices } from "@/lib/i18n/choices";
import { createEventAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("events");
  return { title: t("new") };
}

/** Scheduling an event, as a draft. */
export default async function NewEventPage() {
  const actor = await organizer();
  if (!can(actor, "event.create")) notFound();
  const [t, locale, group, organisations] = await Promise.all([
    getTranslations("events"),
    getLocale(),
    groupProfile(),
    organisationChoices(actor),
  ]);
  return (
    <>
      <PageHeading title={t("new")} below={t("newLead")} />
      <EventForm
        values={{
          kind: "dialogue",
          format: "in_person",
          title: { en: "", sv: "" },
          summary: { en: "", sv: "" },
          slug: "",
          parentEvent: "",
          zone: group.zone,
          startsAt: "",
          endsAt: "",
          allDay: false,
          venue: "",
          city: { en: "", sv: "" },
          country: "",
          hosts: [],
          registrationPolicy: "approval",
          capacity: "",
          registrationOpensAt: "",
          registrationClosesAt: "",
        }}
        organisations={namedChoices(organisations, locale)}
        countries={countryChoices(locale)}
        zones={Intl.supportedValuesOf("timeZone")}
        action={createEventAction}
      />
    </>
  );
}
