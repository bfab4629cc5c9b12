"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { askInput } from "@/domain/sign-in/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Notice } from "../ui/notice";

type Props = { locale: Locale; next: string; action: FormAction };

/** Asking for a sign-in link. The answer is the same whether the address is known or not. */
export function AskForm({ locale, next, action }: Props) {
  const t = useTranslations("signIn");
  const form = useActionForm({ action, schema: askInput, defaults: { locale, next, email: "" } });
  if (form.state.data !== undefined) {
    return (
      <Notice tone="success" title={t("asked")}>
        <p role="status">{t("askedText")}</p>
      </Notice>
    );
  }
  return (
    <Form form={form} doneMessage={null}>
      <HiddenField name="locale" />
      <HiddenField name="next" />
      <TextField name="email" type="email" autoComplete="email" label={t("email")} help={t("emailHelp")} />
      <SubmitButton>{t("ask")}</SubmitButton>
    </Form>
  );
}
