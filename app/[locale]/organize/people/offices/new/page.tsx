import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { OfficeForm } from "@/components/people/office-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { organisationChoices } from "@/domain/organisations/choices";
import { namedChoices } from "@/lib/i18n/choices";
import { createOfficeAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("newOffice") };
}

/** Entering an office. */
export default async function NewOfficePage() {
  const actor = await organizer();
  if (!can(actor, "office.create")) notFound();
  const [t, locale, organisations] = await Promise.all([
    getTranslations("people"),
    getLocale(),
    organisationChoices(actor),
  ]);
  return (
    <>
      <PageHeading title={t("newOffice")} />
      <OfficeForm
        values={{ title: { en: "", sv: "" }, organisationId: "", oneHolder: false }}
        organisations={namedChoices(organisations, locale)}
        action={createOfficeAction}
      />
    </>
  );
}
