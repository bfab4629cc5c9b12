"use client";

import { useTranslations } from "next-intl";
import { type Localized, type OrganisationKind, organisationKinds, type Sector, sectors } from "@/db/enums";
import { editOrganisationInput, organisationInput } from "@/domain/organisations/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { LogoField } from "../media/logo-field";

type Values = {
  kind: OrganisationKind;
  name: Localized;
  formalName: Localized;
  country: string;
  sectors: Sector[];
  website: string;
};

type Props = {
  /** With `id`, `revision` and a logo for one that is known, with a `slug` for a new one. */
  values: Values & ({ id: string; revision: number; logoId: string } | { slug: string });
  /** What the logo of one that is known can be. */
  pictures?: readonly Choice[];
  countries: readonly Choice[];
  action: FormAction;
};

/** An organisation: what it is, its names, where it sits and what it does. */
export function OrganisationForm({ values, pictures = [], countries, action }: Props) {
  const t = useTranslations("organisations");
  const enums = useTranslations("enums");
  const known = "id" in values;
  const schema = known ? editOrganisationInput : organisationInput;
  const form = useActionForm({ action, schema, defaults: values });
  return (
    <Form form={form} guard className="max-w-4xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <SelectField
        name="kind"
        label={t("kind")}
        choices={organisationKinds.map((kind) => ({ value: kind, label: enums(`organisationKind.${kind}`) }))}
        className="max-w-sm"
      />
      <LocalizedField name="name" label={t("name")} help={t("nameHelp")} />
      <LocalizedField name="formalName" label={t("formalName")} help={t("formalNameHelp")} optional />
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
      <TextField name="website" label={t("website")} help={t("websiteHelp")} optional />
      {known && <LogoField help={t("logoHelp")} pictures={pictures} />}
      {!known && <TextField name="slug" label={t("slug")} help={t("slugHelp")} optional />}
      <SubmitButton>{known ? t("save") : t("create")}</SubmitButton>
    </Form>
  );
}
