"use client";

import { useTranslations } from "next-intl";
import { locales, organisationKinds, sectors } from "@/db/enums";
import { mostDocuments } from "@/domain/accessions/rules";
import { evidenceTypes, mostBytes } from "@/domain/files/rules";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { FileField } from "../form/file-field";
import { LocalizedField } from "../form/localized-field";
import { TextArea, TextField } from "../form/text-field";
import { Section } from "../ui/section";

/** What the organisation is. */
export function OrganisationFields({ countries }: { countries: readonly Choice[] }) {
  const t = useTranslations("application");
  const enums = useTranslations("enums");
  return (
    <>
      <SelectField
        name="kind"
        label={t("kind")}
        choices={organisationKinds.map((kind) => ({ value: kind, label: enums(`organisationKind.${kind}`) }))}
        className="max-w-sm"
      />
      <LocalizedField name="name" label={t("name")} help={t("nameHelp")} />
      <LocalizedField name="formalName" label={t("formalName")} optional />
      <SelectField
        name="country"
        label={t("country")}
        help={t("countryHelp")}
        none={t("noCountry")}
        choices={countries}
        optional="unsaid"
        className="max-w-sm"
      />
      <CheckboxesField
        name="sectors"
        label={t("sectors")}
        help={t("sectorsHelp")}
        choices={sectors.map((sector) => ({ value: sector, label: enums(`sector.${sector}`) }))}
      />
      <TextField name="website" label={t("website")} help={t("websiteHelp")} type="url" optional />
    </>
  );
}

/** Whom we write to. */
export function ContactFields() {
  const t = useTranslations("application");
  const language = useTranslations("enums.locale");
  return (
    <Section title={t("contact")}>
      <div className="space-y-6">
        <p className="measure text-muted text-sm">{t("contactHelp")}</p>
        <TextField name="contactName" label={t("contactName")} autoComplete="name" />
        <TextField name="contactTitle" label={t("contactTitle")} autoComplete="organization-title" optional />
        <TextField name="contactEmail" label={t("contactEmail")} type="email" autoComplete="email" />
        <SelectField
          name="contactLocale"
          label={t("contactLocale")}
          choices={locales.map((locale) => ({ value: locale, label: language(locale) }))}
          className="max-w-sm"
        />
      </div>
    </Section>
  );
}

/** Why it wants to join, and what it does itself. */
export function ReasonFields() {
  const t = useTranslations("application");
  return (
    <Section title={t("reasons")}>
      <div className="space-y-6">
        <TextArea name="motivation" label={t("motivation")} help={t("motivationHelp")} rows={6} />
        <TextArea name="ownActions" label={t("ownActions")} help={t("ownActionsHelp")} rows={5} optional />
      </div>
    </Section>
  );
}

/** What comes with the application. */
export function DocumentFields() {
  const t = useTranslations("application");
  return (
    <Section title={t("documents")}>
      <div className="space-y-6">
        <p className="measure text-muted text-sm">
          {t("documentsHelp", { megabytes: mostBytes / 1_000_000 })}
        </p>
        {Array.from({ length: mostDocuments }, (_, index) => (
          <FileField
            // biome-ignore lint/suspicious/noArrayIndexKey: the places are what there is; nothing moves.
            key={index}
            name={`documents.${index}`}
            label={t("document", { number: index + 1 })}
            accept={evidenceTypes.join(",")}
            optional
          />
        ))}
      </div>
    </Section>
  );
}
