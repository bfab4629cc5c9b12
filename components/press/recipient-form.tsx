"use client";

import { useTranslations } from "next-intl";
import { type Locale, locales } from "@/db/enums";
import { recipientInput } from "@/domain/press-list/input";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Values = { name: string; outlet: string; email: string; locale: Locale };

/** Who somebody of the press list is. */
export function RecipientFields() {
  const t = useTranslations("press.list");
  const languages = useTranslations("enums.locale");
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <TextField name="name" label={t("name")} autoComplete="off" />
      <TextField name="outlet" label={t("outlet")} autoComplete="off" optional />
      <TextField name="email" type="email" label={t("email")} autoComplete="off" />
      <SelectField
        name="locale"
        label={t("locale")}
        choices={locales.map((value) => ({ value, label: languages(value) }))}
      />
    </div>
  );
}

/** Putting somebody on the press list. */
export function RecipientForm({ values, action }: { values: Values; action: FormAction }) {
  const t = useTranslations("press.list");
  const form = useActionForm({ action, schema: recipientInput as never, defaults: values });
  return (
    <Form form={form} className="max-w-2xl" doneMessage={t("added")}>
      <RecipientFields />
      <SubmitButton>{t("add")}</SubmitButton>
    </Form>
  );
}
