"use client";

import { useTranslations } from "next-intl";
import { editInput, recordInput } from "@/domain/accessions/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { ContactFields, DocumentFields, OrganisationFields, ReasonFields } from "./application-fields";

type Props = {
  /** With `id` and `revision` for an application that is there already. */
  values: Record<string, unknown> & { id?: string };
  organisations: readonly Choice[];
  countries: readonly Choice[];
  action: FormAction;
};

/** An application as the secretariat writes it down: from a letter, or to put right what another form says. */
export function LetterForm({ values, organisations, countries, action }: Props) {
  const t = useTranslations("accessions");
  const known = values.id !== undefined;
  const form = useActionForm({ action, schema: known ? editInput : recordInput, defaults: values });
  return (
    <Form form={form} guard className="max-w-3xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <SelectField
        name="organisationId"
        label={t("organisation")}
        help={t("organisationHelp")}
        none={t("newOrganisation")}
        choices={organisations}
        optional="unsaid"
        className="max-w-xl"
      />
      <TextField
        name="receivedOn"
        label={t("receivedOn")}
        help={t("receivedOnHelp")}
        type="date"
        className="max-w-xs"
      />
      <OrganisationFields countries={countries} />
      <ContactFields />
      <ReasonFields />
      {!known && <DocumentFields />}
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
