"use client";

import { useTranslations } from "next-intl";
import { remarkInput, reviewInput } from "@/domain/announcements/review/input";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../../form/choice-fields";
import { Form } from "../../form/form";
import { HiddenField } from "../../form/hidden-field";
import { SubmitButton } from "../../form/submit-button";
import { TextArea } from "../../form/text-field";
import { useActionForm } from "../../form/use-action-form";

type Revision = { id: string; revisionId: string };

type StepProps = { values: Revision; label: string; help?: string; secondary?: boolean; action: FormAction };

/** Submitting a revision, or approving it: one button. */
export function ReviewStepForm({ values, label, help, secondary, action }: StepProps) {
  const t = useTranslations("announcements.review.obstacles");
  const form = useActionForm({ action, schema: reviewInput as never, defaults: values });
  return (
    <Form form={form} className="space-y-3" doneMessage={null} obstacles={(code) => t(code as "no_text")}>
      <HiddenField name="id" />
      <HiddenField name="revisionId" />
      {help && <p className="measure text-sm">{help}</p>}
      <SubmitButton look={secondary ? "secondary" : "primary"}>{label}</SubmitButton>
    </Form>
  );
}

type RemarkProps = { values: Revision; returnable: boolean; action: FormAction };

/** Saying something of a revision, or giving it back with it. */
export function RemarkForm({ values, returnable, action }: RemarkProps) {
  const t = useTranslations("announcements.review");
  const steps = returnable ? (["remarked", "returned"] as const) : (["remarked"] as const);
  const defaults = { ...values, step: "remarked", remark: "" };
  const form = useActionForm({
    action,
    schema: remarkInput as never,
    defaults,
    onDone: () => form.fields.reset(defaults),
  });
  return (
    <Form form={form} className="max-w-2xl space-y-3" doneMessage={t("said")}>
      <HiddenField name="id" />
      <HiddenField name="revisionId" />
      <TextArea name="remark" label={t("remark")} rows={3} />
      {returnable ? (
        <SelectField
          name="step"
          label={t("step")}
          choices={steps.map((value) => ({ value, label: t(`stepChoice.${value}`) }))}
        />
      ) : (
        <HiddenField name="step" />
      )}
      <SubmitButton look="secondary">{t("say")}</SubmitButton>
    </Form>
  );
}
