"use client";

import { useTranslations } from "next-intl";
import { locales } from "@/db/enums";
import { saveMinutesInput } from "@/domain/minutes/input";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { itemId: string; basedOn: number; locale: string; body: string };
  action: FormAction;
};

/** Writing minutes: a save is a revision of its own, made on the one that was opened. Nothing is saved by itself. */
export function MinutesForm({ values, action }: Props) {
  const t = useTranslations("minutes.form");
  const enums = useTranslations("enums.locale");
  const form = useActionForm({ action, schema: saveMinutesInput as never, defaults: values });
  return (
    <Form form={form} guard className="max-w-3xl space-y-4">
      <HiddenField name="itemId" />
      <RevisionField name="basedOn" />
      <SelectField
        name="locale"
        label={t("language")}
        choices={locales.map((value) => ({ value, label: enums(value) }))}
        className="max-w-48"
      />
      <TextArea name="body" label={t("body")} help={t("bodyHelp")} rows={18} />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
