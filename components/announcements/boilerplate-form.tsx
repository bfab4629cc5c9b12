"use client";

import { useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { boilerplateInput } from "@/domain/boilerplates/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { id: string; revision: number; name: string; heading: Localized; text: Localized };
  action: FormAction;
};

/** A text that is used again. Every save is a version of its own; texts that hold an earlier one keep it. */
export function BoilerplateForm({ values, action }: Props) {
  const t = useTranslations("announcements.boilerplate");
  const form = useActionForm({ action, schema: boilerplateInput as never, defaults: values });
  return (
    <Form form={form} guard className="max-w-4xl">
      <HiddenField name="id" />
      <RevisionField />
      <TextField name="name" label={t("name")} help={t("nameHelp")} />
      <LocalizedField name="heading" label={t("heading")} optional />
      <LocalizedField name="text" label={t("text")} rows={6} />
      <SubmitButton>{t(values.id ? "save" : "begin")}</SubmitButton>
    </Form>
  );
}
