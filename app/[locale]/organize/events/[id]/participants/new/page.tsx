import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AddForm } from "@/components/participations/add-form";
import { can } from "@/domain/access/can";
import { roomForAdding } from "@/domain/delegations/room";
import { organisationChoices } from "@/domain/organisations/choices";
import { namedChoices } from "@/lib/i18n/choices";
import { eventHere } from "../../event";
import { addAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participations");
  return { title: t("add") };
}

/** Adding somebody by hand. */
export default async function AddParticipantPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "participation.add")) notFound();
  const [locale, organisations, room] = await Promise.all([
    getLocale(),
    organisationChoices(actor),
    roomForAdding(actor, event),
  ]);
  return (
    <AddForm
      eventId={id}
      locale={locale}
      organisations={namedChoices(organisations, locale)}
      keptDays={event.needsKeptDays}
      room={room}
      action={addAction}
    />
  );
}
