import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Locale, type Localized, locales, type Sector } from "@/db/enums";
import { formatDay } from "@/lib/time";

type Props = {
  accession: {
    name: Localized;
    formalName: Localized;
    country: string | null;
    sectors: readonly Sector[];
    website: string | null;
    contactName: string;
    contactTitle: string;
    contactEmail: string;
    contactLocale: Locale;
    motivation: string;
    ownActions: string;
    receivedOn: string;
    documents: readonly { id: string; name: string; size: number }[];
  };
  /** The address of the application, under which its documents are read. */
  base: string;
};

/** What an application says. Its website is not a link: anybody could have written it. */
export function AccessionFacts({ accession, base }: Props) {
  const t = useTranslations("application");
  const own = useTranslations("accessions");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const country = accession.country;
  const names = (name: Localized) =>
    locales
      .filter((one) => name[one])
      .map((one) => (
        <span key={one} lang={one} className="block">
          {name[one]}
        </span>
      ));
  return (
    <dl className="grid gap-x-8 gap-y-0.5 text-sm sm:gap-y-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <Fact term={own("received")}>{formatDay(accession.receivedOn, locale)}</Fact>
      <Fact term={t("name")}>{names(accession.name)}</Fact>
      <Fact term={t("formalName")}>{names(accession.formalName)}</Fact>
      <Fact term={t("country")}>
        {country && new Intl.DisplayNames(locale, { type: "region" }).of(country)}
      </Fact>
      <Fact term={t("sectors")}>{accession.sectors.map((one) => enums(`sector.${one}`)).join(", ")}</Fact>
      <Fact term={t("website")}>{accession.website}</Fact>
      <Fact term={t("contact")}>
        {accession.contactEmail && (
          <>
            {[accession.contactName, accession.contactTitle].filter(Boolean).join(", ")}
            <a className="link block break-all" href={`mailto:${accession.contactEmail}`}>
              {accession.contactEmail}
            </a>
            {enums(`locale.${accession.contactLocale}`)}
          </>
        )}
      </Fact>
      <Fact term={t("motivation")}>
        {accession.motivation && <p className="measure whitespace-pre-wrap">{accession.motivation}</p>}
      </Fact>
      <Fact term={t("ownActions")}>
        {accession.ownActions && <p className="measure whitespace-pre-wrap">{accession.ownActions}</p>}
      </Fact>
      <Fact term={t("documents")}>
        {accession.documents.length === 0
          ? own("noDocuments")
          : accession.documents.map((file) => (
              <span key={file.id} className="block">
                <a className="link break-all" href={`${base}/documents/${file.id}`}>
                  {file.name}
                </a>{" "}
                <span className="text-muted">
                  {own("size", { kilobytes: Math.max(1, Math.round(file.size / 1_000)) })}
                </span>
              </span>
            ))}
      </Fact>
    </dl>
  );
}

/** A line of it; what is not said falls away. */
function Fact({ term, children }: { term: string; children: ReactNode }) {
  const empty = !children || (Array.isArray(children) && children.length === 0);
  if (empty) return null;
  return (
    <>
      <dt className="mt-3 text-muted first:mt-0 sm:mt-0">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
