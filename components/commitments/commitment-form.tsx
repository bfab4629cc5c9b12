"use client";

import { useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { commitmentInput, editCommitmentInput } from "@/domain/commitments/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: {
    title: Localized;
    measure: Localized;
    owners: string[];
    statementId: string;
    paragraph: string;
    madeOn: string;
    dueOn: string;
  } & ({ id: string; revision: number; paragraphWas: string } | { id?: undefined });
  organisations: readonly Choice[];
  statements: readonly Choice[];
  action: FormAction;
};

/** A commitment: what is promised and how one will know, by whom, in which text, since when and until when. */
export function CommitmentForm({ values, organisations, statements, action }: Props) {
  const t = useTranslations("commitments");
  const known = values.id !== undefined;
  const schema = known ? editCommitmentInput : commitmentInput;
  const form = useActionForm({ action, schema, defaults: values });
  return (
    <Form form={form} guard={known} className="max-w-4xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      {known && <HiddenField name="paragraphWas" />}
      <LocalizedField name="title" label={t("form.title")} help={t("form.titleHelp")} rows={2} />
      <LocalizedField
        name="measure"
        label={t("form.measure")}
        help={t("form.measureHelp")}
        rows={3}
        optional
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="statementId"
          label={t("form.statement")}
          help={t("form.statementHelp")}
          none={t("form.noStatement")}
          choices={statements}
          optional="unsaid"
        />
        <TextField name="paragraph" label={t("form.paragraph")} help={t("form.paragraphHelp")} optional />
        <TextField name="madeOn" label={t("form.madeOn")} type="date" />
        <TextField name="dueOn" label={t("form.dueOn")} type="date" optional />
      </div>
      <CheckboxesField name="owners" label={t("form.owners")} choices={organisations} />
      <SubmitButton>{known ? t("form.save") : t("form.create")}</SubmitButton>
    </Form>
  );
}
