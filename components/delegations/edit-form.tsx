"use client";

import { useTranslations } from "next-intl";
import type { ParticipationClass } from "@/db/enums";
import { editDelegationInput } from "@/domain/delegations/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField } from "../form/choice-fields";
import { DateTimeField } from "../form/date-time-field";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea, TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: {
    id: string;
    revision: number;
    nominationClosesAt: string;
    quotas: Record<string, number | string>;
    unlimited: string[];
    note: string;
  };
  /** The classes of the event with their quota there; null is without limit. */
  classes: { class: ParticipationClass; quota: number | null }[];
  zone: string;
  action: FormAction;
};

/** What a delegation has of its own: deadline, quotas, note. */
export function EditDelegationForm({ values, classes, zone, action }: Props) {
  const t = useTranslations("delegations.edit");
  const words = useTranslations("enums.participationClass");
  const form = useActionForm({ action, schema: editDelegationInput as never, defaults: values });
  const own = classes.filter((row) => row.class !== "head");
  return (
    <Form form={form} guard className="max-w-2xl">
      <HiddenField name="id" />
      <RevisionField />
      <DateTimeField
        name="nominationClosesAt"
        label={t("deadline")}
        help={t("deadlineHelp")}
        zone={zone}
        optional
      />
      <fieldset className="space-y-3">
        <legend className="font-medium text-sm">{t("quotas")}</legend>
        <p className="measure text-muted text-sm">{t("quotasHelp")}</p>
        <div className="grid grid-cols-2 gap-4">
          {own.map((row) => (
            <TextField
              key={row.class}
              name={`quotas.${row.class}`}
              type="number"
              min={0}
              label={words(row.class)}
              help={row.quota === null ? t("eventUnlimited") : t("eventQuota", { quota: row.quota })}
              optional="unsaid"
            />
          ))}
        </div>
      </fieldset>
      <CheckboxesField
        name="unlimited"
        label={t("unlimited")}
        choices={own.map((row) => ({ value: row.class, label: words(row.class) }))}
      />
      <TextArea name="note" label={t("note")} help={t("noteHelp")} rows={3} optional />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
