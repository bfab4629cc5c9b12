"use client";

import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { type ReminderAudience, reminderAnchors, reminderAudiences } from "@/db/enums";
import { editReminderInput, reminderInput } from "@/domain/reminders/input";
import { addressedBy, type Dates, dueAt, offsetUnits, toMinutes } from "@/domain/reminders/rules";
import { placeholdersOf } from "@/domain/templates/rules";
import type { FormAction } from "@/lib/form";
import { formatInstant } from "@/lib/time";
import { SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { WordsFields } from "./words-fields";

type Props = {
  values: Record<string, unknown> & { id?: string };
  /** The dates it may be counted from, and the zone they are told in. */
  event: Dates & { zone: string };
  action: FormAction;
};

type Schema = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

/** A reminder, new or not yet sent: when, to whom, and what it says. Says at which instant it would leave. */
export function ReminderForm({ values, event, action }: Props) {
  const t = useTranslations("mailing.reminders");
  const enums = useTranslations("enums");
  const known = values.id !== undefined;
  const schema = (known ? editReminderInput : reminderInput) as unknown as Schema;
  const form = useActionForm({ action, schema, defaults: values });
  const audience = (form.fields.watch("audience") ?? values.audience) as ReminderAudience;
  return (
    <Form form={form} guard className="max-w-4xl">
      {known ? (
        <>
          <HiddenField name="id" />
          <RevisionField />
        </>
      ) : (
        <HiddenField name="eventId" />
      )}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[6rem_8rem_8rem_minmax(0,1fr)]">
        <TextField name="amount" label={t("amount")} inputMode="numeric" />
        <SelectField
          name="unit"
          label={t("unit")}
          choices={offsetUnits.map((value) => ({ value, label: t(`units.${value}`) }))}
        />
        <SelectField
          name="side"
          label={t("side")}
          choices={(["before", "after"] as const).map((value) => ({ value, label: t(`sides.${value}`) }))}
        />
        <SelectField
          name="anchor"
          label={t("anchor")}
          choices={reminderAnchors.map((value) => ({ value, label: enums(`reminderAnchor.${value}`) }))}
        />
      </div>
      <Moment watched={form.fields.watch()} event={event} />
      <SelectField
        name="audience"
        label={t("audience")}
        choices={reminderAudiences.map((value) => ({ value, label: enums(`reminderAudience.${value}`) }))}
        className="max-w-md"
      />
      <WordsFields placeholders={placeholdersOf(addressedBy(audience))} />
      <SubmitButton>{known ? t("save") : t("create")}</SubmitButton>
    </Form>
  );
}

/** The instant what stands in the form means, by the event's dates as they are. */
function Moment({ watched, event }: { watched: Record<string, unknown>; event: Props["event"] }) {
  const t = useTranslations("mailing.reminders");
  const locale = useLocale();
  const anchor = reminderAnchors.find((one) => one === watched.anchor) ?? "starts";
  const unit = offsetUnits.find((one) => one === watched.unit) ?? "days";
  const amount = Number(watched.amount);
  if (!Number.isSafeInteger(amount) || amount > 1_000_000) return null;
  const side = watched.side === "after" ? "after" : "before";
  const due = dueAt({ anchor, offsetMinutes: toMinutes(amount, unit, side) }, event);
  return (
    <p role="status" className="text-muted text-sm">
      {due ? t("moment", { when: formatInstant(due, event.zone, locale) }) : t("noDate")}
    </p>
  );
}
