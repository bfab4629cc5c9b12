"use client";

import { useTranslations } from "next-intl";
import { type DatePrecision, datePrecisions } from "@/db/enums";
import { appointmentInput, editAppointmentInput } from "@/domain/people/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField, type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Dates = { fromOn: string; fromPrecision: DatePrecision; toOn: string };

type Props = {
  values: Dates &
    ({ id: string; revision: number } | { personId: string; officeId: string; succeeds: boolean });
  /** The offices to choose from, for a new appointment of a person. */
  offices?: readonly Choice[];
  /** The people to choose from, for a new appointment to an office. */
  people?: readonly Choice[];
  action: FormAction;
};

/** An appointment: of whom or to which office, from when, until when, and whether it ends that of the one before. */
export function AppointmentForm({ values, offices, people, action }: Props) {
  const t = useTranslations("people");
  const precision = useTranslations("enums.datePrecision");
  const known = "id" in values;
  const schema = known ? editAppointmentInput : appointmentInput;
  const form = useActionForm({ action, schema, defaults: values });
  return (
    <Form form={form} guard={known} className="max-w-3xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      {!known &&
        (offices ? (
          <SelectField name="officeId" label={t("office")} none={t("chooseOffice")} choices={offices} />
        ) : (
          <HiddenField name="officeId" />
        ))}
      {!known &&
        (people ? (
          <SelectField name="personId" label={t("person")} none={t("choosePerson")} choices={people} />
        ) : (
          <HiddenField name="personId" />
        ))}
      <div className="grid items-end gap-6 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <TextField name="fromOn" label={t("fromOn")} help={t("fromOnHelp")} type="date" />
        <SelectField
          name="fromPrecision"
          label={t("fromPrecision")}
          choices={datePrecisions.map((value) => ({ value, label: precision(value) }))}
        />
        <TextField name="toOn" label={t("toOn")} help={t("toOnHelp")} type="date" optional />
      </div>
      {!known && <CheckboxField name="succeeds" label={t("succeeds")} help={t("succeedsHelp")} />}
      <SubmitButton>{t("saveAppointment")}</SubmitButton>
    </Form>
  );
}
