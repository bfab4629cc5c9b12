import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AvailabilityForm } from "@/components/availability/availability-form";
import { AvailabilityTable } from "@/components/availability/availability-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { peopleChoices } from "@/domain/agenda/queries";
import { availabilitiesOf } from "@/domain/availability/queries";
import { namedChoices } from "@/lib/i18n/choices";
import { instantToLocal } from "@/lib/time";
import { eventHere } from "../../event";
import { addAvailabilityAction, removeAvailabilityAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda.tabs");
  return { title: t("availability") };
}

/** When people can be given something to do at an event. */
export default async function AvailabilityPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "agenda.edit")) notFound();
  const [t, locale, times, people] = await Promise.all([
    getTranslations("agenda.availability"),
    getLocale(),
    availabilitiesOf(actor, id),
    peopleChoices(actor),
  ]);
  const values = {
    eventId: id,
    personId: "",
    fromAt: instantToLocal(event.startsAt, event.zone),
    untilAt: instantToLocal(event.endsAt, event.zone),
  };
  return (
    <div className="max-w-4xl space-y-8">
      <p className="measure text-muted text-sm">{t("lead")}</p>
      {times.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <AvailabilityTable times={times} zone={event.zone} action={removeAvailabilityAction} />
      )}
      <Section title={t("new")}>
        <AvailabilityForm
          key={times.length}
          values={values}
          zone={event.zone}
          people={namedChoices(people, locale)}
          action={addAvailabilityAction}
        />
      </Section>
    </div>
  );
}
