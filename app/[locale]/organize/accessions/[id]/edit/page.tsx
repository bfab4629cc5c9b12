import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LetterForm } from "@/components/accessions/letter-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { isOpen } from "@/domain/accessions/rules";
import { organisationChoices } from "@/domain/organisations/choices";
import { countryChoices, namedChoices } from "@/lib/i18n/choices";
import { langOf } from "@/lib/i18n/pick";
import { editAccessionAction } from "../../actions";
import { accessionHere } from "../accession";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { name }] = await Promise.all([getTranslations("accessions"), accessionHere((await params).id)]);
  return { title: `${t("edit")} · ${name.text}` };
}

const empty = { en: "", sv: "" };

/** Putting right what an application says, and tying it to an organisation of the register. */
export default async function EditAccessionPage({ params }: Props) {
  const { id } = await params;
  const [t, { actor, accession, locale, name }] = await Promise.all([
    getTranslations("accessions"),
    accessionHere(id),
  ]);
  if (!can(actor, "accession.edit") || !isOpen(accession.state)) notFound();
  const organisations = await organisationChoices(actor);
  return (
    <>
      <PageHeading
        title={t("edit")}
        above={
          <Link
            className="link"
            lang={langOf(name, locale)}
            href={`/${locale}/organize/accessions/${id}` as Route}
          >
            {name.text}
          </Link>
        }
      />
      <LetterForm
        values={{
          id,
          revision: accession.revision,
          organisationId: accession.organisationId ?? "",
          receivedOn: accession.receivedOn,
          kind: accession.kind,
          name: { ...empty, ...accession.name },
          formalName: { ...empty, ...accession.formalName },
          country: accession.country ?? "",
          sectors: accession.sectors,
          website: accession.website ?? "",
          contactName: accession.contactName,
          contactTitle: accession.contactTitle,
          contactEmail: accession.contactEmail,
          contactLocale: accession.contactLocale,
          motivation: accession.motivation,
          ownActions: accession.ownActions,
        }}
        organisations={namedChoices(organisations, locale)}
        countries={countryChoices(locale)}
        action={editAccessionAction}
      />
    </>
  );
}
