import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { OpenForm } from "@/components/delegations/open-form";
import { can } from "@/domain/access/can";
import { organisationsToOpen } from "@/domain/delegations/organizer-queries";
import { namedChoices } from "@/lib/i18n/choices";
import { eventHere } from "../../event";
import { openDelegationsAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("delegations");
  return { title: t("openNow.title") };
}

/** Opening delegations of an event. */
export default async function OpenDelegationsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor } = await eventHere(id);
  if (!can(actor, "delegation.open")) notFound();
  const [t, locale, organisations] = await Promise.all([
    getTranslations("delegations"),
    getLocale(),
    organisationsToOpen(actor, id),
  ]);
  return (
    <div className="space-y-6">
      <div className="space-y-2">
        <h2 className="text-2xl">{t("openNow.title")}</h2>
        <p className="measure text-muted text-sm">{t("openNow.lead")}</p>
      </div>
      <OpenForm
        eventId={id}
        organisations={namedChoices(organisations, locale)}
        action={openDelegationsAction}
      />
    </div>
  );
}
