import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { LetterForm } from "@/components/accessions/letter-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { organisationChoices } from "@/domain/organisations/choices";
import { now } from "@/lib/clock";
import { countryChoices, namedChoices } from "@/lib/i18n/choices";
import { dayIn } from "@/lib/time";
import { recordLetterAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accessions");
  return { title: t("record") };
}

/** Recording an application that came by letter. */
export default async function RecordLetterPage() {
  const actor = await organizer();
  if (!can(actor, "accession.record")) notFound();
  const [t, locale, { zone }, organisations] = await Promise.all([
    getTranslations("accessions"),
    getLocale(),
    groupProfile(),
    organisationChoices(actor),
  ]);
  return (
    <>
      <PageHeading
        title={t("record")}
        above={
          <Link className="link" href={`/${locale}/organize/accessions` as Route}>
            {t("title")}
          </Link>
        }
        below={t("recordLead")}
      />
      <LetterForm
        values={{
          organisationId: "",
          receivedOn: dayIn(now(), zone),
          kind: "country",
          name: { en: "", sv: "" },
          formalName: { en: "", sv: "" },
          country: "",
          sectors: [],
          website: "",
          contactName: "",
          contactTitle: "",
          contactEmail: "",
          contactLocale: locale,
          motivation: "",
          ownActions: "",
        }}
        organisations={namedChoices(organisations, locale)}
        countries={countryChoices(locale)}
        action={recordLetterAction}
      />
    </>
  );
}
