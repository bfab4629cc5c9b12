"use client";

import { useTranslations } from "next-intl";
import { applyAtDeskInput } from "@/domain/accessions/input";
import { contactKeptDays } from "@/domain/accessions/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { ContactFields, DocumentFields, ReasonFields } from "./application-fields";

type Props = {
  contact: { contactName: string; contactEmail: string; contactLocale: string };
  action: FormAction;
};

/** Applying at the desk: the register knows the organisation, so only the contact and the reasons are asked for. */
export function DeskApplicationForm({ contact, action }: Props) {
  const t = useTranslations("application");
  const defaults = { ...contact, contactTitle: "", motivation: "", ownActions: "" };
  const form = useActionForm({ action, schema: applyAtDeskInput, defaults });
  return (
    <Form form={form} doneMessage={null} className="space-y-8">
      <ReasonFields />
      <ContactFields />
      <DocumentFields />
      <p className="measure text-muted text-sm">{t("privacy", { days: contactKeptDays })}</p>
      <SubmitButton>{t("send")}</SubmitButton>
    </Form>
  );
}
