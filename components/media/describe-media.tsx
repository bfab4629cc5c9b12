"use client";

import { useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { describeMediaInput } from "@/domain/media/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { id: string; revision: number; name: string; alt: Localized; credit: string };
  action: FormAction;
};

/** What a thing of the library is called, what it shows in each language, and whose it is. */
export function DescribeMedia({ values, action }: Props) {
  const t = useTranslations("media");
  const form = useActionForm({
    action,
    schema: describeMediaInput as never,
    defaults: { ...values, alt: { en: "", sv: "", ...values.alt } },
  });
  return (
    <Form form={form} className="space-y-4">
      <HiddenField name="id" />
      <RevisionField />
      <TextField name="name" label={t("describe.name")} />
      <LocalizedField name="alt" label={t("add.alt")} help={t("describe.altHelp")} optional />
      <TextField name="credit" label={t("add.credit")} optional />
      <SubmitButton>{t("describe.button")}</SubmitButton>
    </Form>
  );
}
