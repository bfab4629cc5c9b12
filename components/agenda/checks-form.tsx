"use client";

import { useTranslations } from "next-intl";
import { findingKinds } from "@/db/enums";
import { checksInput } from "@/domain/agenda/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { id: string; revision: number; walkingMinutes: number; hardFindings: string[] };
  action: FormAction;
};

/** What holds back a release of the agenda, and how long the walk between two buildings is. */
export function ChecksForm({ values, action }: Props) {
  const t = useTranslations("agenda.checks");
  const kinds = useTranslations("enums.findingKind");
  const form = useActionForm({ action, schema: checksInput as never, defaults: values });
  return (
    <Form form={form} guard className="max-w-2xl">
      <HiddenField name="id" />
      <RevisionField />
      <CheckboxesField
        name="hardFindings"
        label={t("hard")}
        help={t("hardHelp")}
        choices={findingKinds.map((value) => ({ value, label: kinds(value) }))}
        optional="unsaid"
      />
      <TextField name="walkingMinutes" label={t("walking")} help={t("walkingHelp")} inputMode="numeric" />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
