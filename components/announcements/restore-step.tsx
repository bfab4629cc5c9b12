"use client";

import { useTranslations } from "next-intl";
import { restoreInput } from "@/domain/announcements/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { id: string; locale: string; revisionId: string; basedOn: string };
  action: FormAction;
};

/** Makes an old revision the draft again. What is published stays as it is. */
export function RestoreStep({ values, action }: Props) {
  const t = useTranslations("announcements.restore");
  const form = useActionForm({ action, schema: restoreInput as never, defaults: values });
  return (
    <Form form={form} className="space-y-2">
      {Object.keys(values).map((name) => (
        <HiddenField key={name} name={name} />
      ))}
      <p className="measure text-sm">{t("consequence")}</p>
      <SubmitButton>{t("button")}</SubmitButton>
    </Form>
  );
}
