"use client";

import { useTranslations } from "next-intl";
import { uploadInput } from "@/domain/credentials/input";
import type { FormAction } from "@/lib/form";
import { FileField } from "../form/file-field";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

/** Handing in a credentials letter. */
export function HandInForm({ delegationId, action }: { delegationId: string; action: FormAction }) {
  const t = useTranslations("delegations.credentials");
  const defaults = { delegationId, issuer: "", issuedOn: "" };
  const form = useActionForm({ action, schema: uploadInput as never, defaults });
  return (
    <Form form={form} className="max-w-2xl">
      <HiddenField name="delegationId" />
      <TextField name="issuer" label={t("issuer")} help={t("issuerHelp")} autoComplete="off" />
      <TextField name="issuedOn" type="date" label={t("issuedOn")} className="max-w-48" />
      <FileField name="file" label={t("file")} help={t("fileHelp")} />
      <SubmitButton>{t("send")}</SubmitButton>
    </Form>
  );
}
