"use client";

import { useTranslations } from "next-intl";
import { poolKinds, promotionPolicies, reviewableFields } from "@/db/enums";
import { placesInput } from "@/domain/pools/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, CheckboxField, SelectField } from "../form/choice-fields";
import { DateTimeField } from "../form/date-time-field";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = { values: Record<string, unknown>; zone: string; action: FormAction };

/** Dividing the seats, the deadline of nominations, and the rules by which seats move on. */
export function PlacesForm({ values, zone, action }: Props) {
  const t = useTranslations("places.form");
  const enums = useTranslations("enums");
  const form = useActionForm({ action, schema: placesInput as never, defaults: values });
  const unlimited = Boolean(form.fields.watch("unlimited"));
  const pools = form.fields.watch("pools") as Record<string, string | number> | undefined;
  const sum = poolKinds.reduce((total, kind) => total + (Number(pools?.[kind]) || 0), 0);
  return (
    <Form form={form} guard className="max-w-4xl space-y-8">
      <HiddenField name="id" />
      <RevisionField />
      <div className="space-y-4">
        <CheckboxField name="unlimited" label={t("unlimited")} />
        {!unlimited && (
          <>
            <div className="grid grid-cols-2 gap-4 sm:grid-cols-5">
              {poolKinds.map((kind) => (
                <TextField
                  key={kind}
                  name={`pools.${kind}`}
                  label={enums(`poolKind.${kind}`)}
                  inputMode="numeric"
                  optional="unsaid"
                />
              ))}
            </div>
            <p className="measure text-muted text-sm">
              <span role="status" className="font-medium text-ink">
                {t("sum", { sum })}
              </span>{" "}
              {t("poolsHelp")}
            </p>
          </>
        )}
      </div>
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="promotionPolicy"
          label={t("promotionPolicy")}
          help={t("promotionPolicyHelp")}
          choices={promotionPolicies.map((value) => ({ value, label: enums(`promotionPolicy.${value}`) }))}
        />
        <TextField
          name="offerHours"
          label={t("offerHours")}
          help={t("offerHoursHelp")}
          inputMode="numeric"
          optional
        />
        <DateTimeField
          name="nominationClosesAt"
          label={t("nominationClosesAt")}
          help={t("nominationClosesAtHelp")}
          zone={zone}
          optional
        />
        <TextField
          name="nominationGraceMinutes"
          label={t("nominationGraceMinutes")}
          help={t("nominationGraceMinutesHelp")}
          inputMode="numeric"
        />
        <CheckboxesField
          name="reviewedFields"
          label={t("reviewedFields")}
          help={t("reviewedFieldsHelp")}
          choices={reviewableFields.map((value) => ({ value, label: enums(`reviewableField.${value}`) }))}
          className="sm:col-span-2"
        />
        <TextField
          name="needsKeptDays"
          label={t("needsKeptDays")}
          help={t("needsKeptDaysHelp")}
          inputMode="numeric"
        />
      </div>
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
