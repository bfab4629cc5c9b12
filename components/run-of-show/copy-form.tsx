"use client";

import { useTranslations } from "next-intl";
import { copyCuesInput } from "@/domain/run-of-show/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = { fromItemId: string; count: number; items: Choice[]; action: FormAction };

/** Copying the rows of an item to another one. */
export function CopyForm({ fromItemId, count, items, action }: Props) {
  const t = useTranslations("runOfShow.copy");
  const defaults = { fromItemId, toItemId: "" };
  const form = useActionForm({ action, schema: copyCuesInput as never, defaults });
  return (
    <Form form={form} className="max-w-xl space-y-4">
      <p className="text-sm">{t("consequence", { count })}</p>
      <HiddenField name="fromItemId" />
      <SelectField
        name="toItemId"
        label={t("to")}
        none={t("choose")}
        choices={items.filter((item) => item.value !== fromItemId)}
      />
      <SubmitButton>{t("button")}</SubmitButton>
    </Form>
  );
}
