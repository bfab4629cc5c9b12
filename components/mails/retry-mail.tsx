"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

const schema = z.object({ id: z.string() });

/** Trying a mail again that failed or waits. */
export function RetryMail({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations("mails");
  const form = useActionForm({ action, schema, defaults: { id } });
  return (
    <Form form={form} doneMessage={t("tried")}>
      <HiddenField name="id" />
      <SubmitButton>{t("retry")}</SubmitButton>
    </Form>
  );
}
