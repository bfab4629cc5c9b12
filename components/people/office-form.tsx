"use client";

import { useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { editOfficeInput, officeInput } from "@/domain/people/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField, type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { title: Localized; organisationId: string; oneHolder: boolean } & (
    | { id: string; revision: number }
    | { id?: undefined }
  );
  organisations: readonly Choice[];
  action: FormAction;
};

/** An office: its title in every language, the organisation it belongs to, and whether one person holds it. */
export function OfficeForm({ values, organisations, action }: Props) {
  const t = useTranslations("people");
  const known = values.id !== undefined;
  const form = useActionForm({ action, schema: known ? editOfficeInput : officeInput, defaults: values });
  return (
    <Form form={form} guard className="max-w-3xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <LocalizedField name="title" label={t("officeTitle")} help={t("officeTitleHelp")} />
      <SelectField
        name="organisationId"
        label={t("officeOf")}
        none={t("noOrganisation")}
        choices={organisations}
        optional="unsaid"
      />
      <CheckboxField name="oneHolder" label={t("oneHolder")} help={t("oneHolderHelp")} />
      <SubmitButton>{known ? t("save") : t("createOffice")}</SubmitButton>
    </Form>
  );
}
