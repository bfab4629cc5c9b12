"use client";

import { useTranslations } from "next-intl";
import { commitmentProgress } from "@/db/enums";
import { reportCommitmentInput } from "@/domain/commitments/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = { id: string; revision: number; meetings: readonly Choice[]; action: FormAction };

/** What was reported of a commitment at a meeting. It is kept as it was said: a mistake is reported anew. */
export function ReportForm({ id, revision, meetings, action }: Props) {
  const t = useTranslations("commitments");
  const progress = useTranslations("enums.commitmentStanding");
  const form = useActionForm({
    action,
    schema: reportCommitmentInput,
    defaults: { id, revision, eventId: "", progress: "", text: { en: "", sv: "" } },
  });
  return (
    <Form form={form} className="max-w-4xl">
      <HiddenField name="id" />
      <RevisionField />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="eventId"
          label={t("report.meeting")}
          none={t("report.choose")}
          choices={meetings}
        />
        <SelectField
          name="progress"
          label={t("report.progress")}
          none={t("report.choose")}
          choices={commitmentProgress.map((value) => ({ value, label: progress(value) }))}
        />
      </div>
      <LocalizedField name="text" label={t("report.text")} help={t("report.textHelp")} rows={3} optional />
      <SubmitButton>{t("report.button")}</SubmitButton>
    </Form>
  );
}
