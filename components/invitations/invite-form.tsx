"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { inviteInput } from "@/domain/invitations/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { emptyTerms, TermsFields } from "./terms-fields";

type Props = {
  eventId: string;
  zone: string;
  expiresAt: string;
  locale: Locale;
  mayOverride: boolean;
  action: FormAction;
};

/** Inviting one person by a personal link. */
export function InviteForm({ eventId, zone, expiresAt, locale, mayOverride, action }: Props) {
  const t = useTranslations("invitations");
  const defaults = { ...emptyTerms(eventId, locale, expiresAt), name: "", email: "" };
  const form = useActionForm({
    action,
    schema: inviteInput as never,
    defaults,
    onDone: () => form.fields.reset(defaults),
  });
  return (
    <Form form={form} className="max-w-3xl" doneMessage={t("invited")}>
      <HiddenField name="eventId" />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="name" label={t("name")} autoComplete="off" optional />
        <TextField name="email" type="email" label={t("email")} autoComplete="off" />
        <TermsFields zone={zone} mayOverride={mayOverride} />
      </div>
      <SubmitButton>{t("invite")}</SubmitButton>
    </Form>
  );
}
