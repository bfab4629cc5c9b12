"use client";

import { useTranslations } from "next-intl";
import { type DatePrecision, datePrecisions } from "@/db/enums";
import { editMembershipInput, membershipInput } from "@/domain/members/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea, TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Values = {
  joinedOn: string;
  joinedPrecision: DatePrecision;
  leftOn: string;
  leftPrecision: DatePrecision | "";
  note: string;
  known: boolean;
};

type Props = {
  values: Values & ({ id: string; revision: number } | { organisationId: string });
  /** Whether it can still be said that the spell is publicly known; a moment once set is not moved here. */
  asksKnown: boolean;
  action: FormAction;
};

/** A spell of membership: from when, until when, how well both are known, and how it came about. */
export function SpellForm({ values, asksKnown, action }: Props) {
  const t = useTranslations("members");
  const precision = useTranslations("enums.datePrecision");
  const known = "id" in values;
  const schema = known ? editMembershipInput : membershipInput;
  const form = useActionForm({ action, schema, defaults: values });
  const precisions = datePrecisions.map((value) => ({ value, label: precision(value) }));
  return (
    <Form form={form} guard={known} className="max-w-3xl">
      <HiddenField name={known ? "id" : "organisationId"} />
      {known && <RevisionField />}
      <div className="grid items-end gap-6 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <TextField name="joinedOn" label={t("joinedOn")} help={t("joinedOnHelp")} type="date" />
        <SelectField name="joinedPrecision" label={t("joinedPrecision")} choices={precisions} />
        <TextField name="leftOn" label={t("leftOn")} help={t("leftOnHelp")} type="date" optional />
        <SelectField
          name="leftPrecision"
          label={t("leftPrecision")}
          none={t("noEnd")}
          choices={precisions}
          optional="unsaid"
        />
      </div>
      <TextArea name="note" label={t("note")} help={t("noteHelp")} rows={2} optional />
      {asksKnown && <CheckboxField name="known" label={t("known")} help={t("knownHelp")} />}
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
