"use client";

import { useTranslations } from "next-intl";
import { cueAnchors } from "@/db/enums";
import { cueInput, editCueInput } from "@/domain/run-of-show/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea, TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: Record<string, unknown> & { anchor: string; id?: string };
  items: Choice[];
  days: Choice[];
  owners: string[];
  zone: string;
  action: FormAction;
};

/** A row of the run of show: what it hangs on, the cue, who, where. */
export function CueForm({ values, items, days, owners, zone, action }: Props) {
  const t = useTranslations("runOfShow.form");
  const enums = useTranslations("enums.cueAnchor");
  const common = useTranslations("common");
  const known = values.id !== undefined;
  const schema = known ? editCueInput : cueInput;
  const form = useActionForm({ action, schema: schema as never, defaults: values });
  const ofDay = form.fields.watch("anchor") === "day";
  return (
    <Form form={form} guard className="max-w-3xl space-y-4">
      <HiddenField name="eventId" />
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <TextField name="cue" label={t("cue")} autoComplete="off" />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          name="anchor"
          label={t("anchor")}
          choices={cueAnchors.map((value) => ({ value, label: enums(value) }))}
        />
        {ofDay ? (
          <>
            <SelectField name="day" label={t("day")} choices={days} />
            <TextField
              name="clock"
              type="time"
              label={t("clock")}
              help={common("inZone", { zone: zone.replaceAll("_", " ") })}
            />
          </>
        ) : (
          <>
            <SelectField name="itemId" label={t("item")} none={t("noItem")} choices={items} />
            <TextField
              name="offsetMinutes"
              type="number"
              label={t("offset")}
              help={t("offsetHelp")}
              optional="unsaid"
            />
          </>
        )}
        <TextField name="owner" label={t("owner")} list={`${form.id}-owners`} autoComplete="off" optional />
        <TextField name="place" label={t("place")} autoComplete="off" optional />
        <TextField name="plannedMinutes" type="number" min={1} label={t("minutes")} optional />
      </div>
      <TextArea name="note" label={t("note")} rows={2} optional />
      <datalist id={`${form.id}-owners`}>
        {owners.map((owner) => (
          <option key={owner} value={owner} />
        ))}
      </datalist>
      <SubmitButton>{known ? t("save") : t("add")}</SubmitButton>
    </Form>
  );
}
