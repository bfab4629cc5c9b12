"use client";

import { useTranslations } from "next-intl";
import { assignInput, type Belonging } from "@/domain/periods/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { of: Belonging; id: string; revision: number; periodId: string };
  periods: readonly Choice[];
  action: FormAction;
};

/** To which period something belongs: by its day, or as chosen here. */
export function BelongsForm({ values, periods, action }: Props) {
  const t = useTranslations("periods");
  const form = useActionForm({ action, schema: assignInput, defaults: values });
  return (
    <Form form={form} className="max-w-2xl">
      <HiddenField name="of" />
      <HiddenField name="id" />
      <RevisionField />
      <SelectField
        name="periodId"
        label={t("belongsTo")}
        help={t("belongsToHelp")}
        none={t("byItsDay")}
        choices={periods}
        optional="unsaid"
      />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
