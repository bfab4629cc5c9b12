"use client";

import { useTranslations } from "next-intl";
import { speakerStepInput } from "@/domain/speakers/input";
import type { FormAction } from "@/lib/form";
import { FileField } from "../form/file-field";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

/** Handing in the text of what will be said. */
export function SpeechForm({ id, revision, action }: { id: string; revision: number; action: FormAction }) {
  const t = useTranslations("speakers.speech");
  const form = useActionForm({ action, schema: speakerStepInput as never, defaults: { id, revision } });
  return (
    <Form form={form} className="space-y-4">
      <HiddenField name="id" />
      <HiddenField name="revision" />
      <FileField name="file" label={t("file")} help={t("help")} />
      <SubmitButton look="secondary">{t("send")}</SubmitButton>
    </Form>
  );
}
