"use client";

import { useTranslations } from "next-intl";
import { answerAudiences, questionKinds, questionStages } from "@/db/enums";
import { editQuestionInput, questionInput } from "@/domain/questions/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField, type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Section } from "../ui/section";

type Props = {
  values: Record<string, unknown> & { id?: string };
  /** The answers of earlier questions that this one can be shown by. */
  conditions: Choice[];
  action: FormAction;
};

/** A question of the form: what is asked, when, who reads the answers and for how long they are kept. */
export function QuestionForm({ values, conditions, action }: Props) {
  const t = useTranslations("questions.form");
  const enums = useTranslations("enums");
  const known = values.id !== undefined;
  const schema = (known ? editQuestionInput : questionInput) as never;
  const form = useActionForm({ action, schema, defaults: values });
  const kind = form.fields.watch("kind");
  return (
    <Form form={form} guard className="max-w-4xl space-y-8">
      <HiddenField name="eventId" />
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <LocalizedField name="label" label={t("label")} />
      <LocalizedField name="help" label={t("help")} rows={2} optional />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t("kind")}
          choices={questionKinds.map((value) => ({ value, label: enums(`questionKind.${value}`) }))}
        />
        <SelectField
          name="stage"
          label={t("stage")}
          choices={questionStages.map((value) => ({ value, label: enums(`questionStage.${value}`) }))}
        />
      </div>
      {(kind === "choice" || kind === "choices") && (
        <LocalizedField name="options" label={t("options")} help={t("optionsHelp")} rows={5} />
      )}
      <CheckboxField name="required" label={t("required")} help={t("requiredHelp")} />
      <SelectField
        name="shownIf"
        label={t("shownIf")}
        help={conditions.length > 0 ? t("shownIfHelp") : t("shownIfNone")}
        choices={conditions}
        none={t("always")}
        optional="unsaid"
      />
      <Section title={t("privacy")}>
        <div className="space-y-6">
          <SelectField
            name="audience"
            label={t("audience")}
            help={answerAudiences.map((value) => (
              <span key={value} className="block">
                <strong className="font-medium">{enums(`answerAudience.${value}`)}</strong>:{" "}
                {t(`audiences.${value}`)}
              </span>
            ))}
            choices={answerAudiences.map((value) => ({ value, label: enums(`answerAudience.${value}`) }))}
          />
          <TextField
            name="keptDays"
            type="number"
            min={0}
            max={3650}
            inputMode="numeric"
            label={t("keptDays")}
            help={t("keptDaysHelp")}
            className="max-w-96"
            optional
          />
          <CheckboxField name="reviewed" label={t("reviewed")} help={t("reviewedHelp")} />
        </div>
      </Section>
      <SubmitButton>{known ? t("save") : t("add")}</SubmitButton>
    </Form>
  );
}
