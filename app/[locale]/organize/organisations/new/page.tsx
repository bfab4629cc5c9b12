import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { OrganisationForm } from "@/components/organisations/organisation-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { countryChoices } from "@/lib/i18n/choices";
import { createOrganisationAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisations");
  return { title: t("new") };
}

const none = { en: "", sv: "" };

/** Entering an organisation into the register. */
export default async function NewOrganisationPage() {
  const actor = await organizer();
  if (!can(actor, "organisation.create")) notFound();
  const [t, locale] = await Promise.all([getTranslations("organisations"), getLocale()]);
  return (
    <>
      <PageHeading title={t("new")} below={t("newLead")} />
      <OrganisationForm
        values={{
          kind: "company",
          name: none,
          formalName: none,
          country: "",
          sectors: [],
          website: "",
          slug: "",
        }}
        countries={countryChoices(locale)}
        action={createOrganisationAction}
      />
    </>
  );
}
