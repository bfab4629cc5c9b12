"use client";

import { useTranslations } from "next-intl";
import { uploadInput } from "@/domain/imports/input";
import type { FormAction } from "@/lib/form";
import { FileField } from "../form/file-field";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

const accept =
  ".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Choosing the file of a list. */
export function UploadForm({ eventId, action }: { eventId: string; action: FormAction }) {
  const t = useTranslations("imports");
  const form = useActionForm({ action, schema: uploadInput as never, defaults: { eventId } });
  return (
    <Form form={form} className="max-w-2xl space-y-4">
      <HiddenField name="eventId" />
      <FileField name="file" label={t("file")} help={t("fileHelp")} accept={accept} />
      <SubmitButton>{t("upload")}</SubmitButton>
    </Form>
  );
}
