"use client";

import { useTranslations } from "next-intl";
import { availabilityInput } from "@/domain/availability/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { DateTimeField } from "../form/date-time-field";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { eventId: string; personId: string; fromAt: string; untilAt: string };
  zone: string;
  people: Choice[];
  action: FormAction;
};

/** A time at which somebody can be given something to do. */
export function AvailabilityForm({ values, zone, people, action }: Props) {
  const t = useTranslations("agenda.availability");
  const form = useActionForm({ action, schema: availabilityInput as never, defaults: values });
  return (
    <Form form={form}>
      <HiddenField name="eventId" />
      <SelectField name="personId" label={t("person")} none="" choices={people} className="sm:max-w-md" />
      <div className="grid gap-6 sm:grid-cols-2">
        <DateTimeField name="fromAt" label={t("from")} zone={zone} />
        <DateTimeField name="untilAt" label={t("until")} zone={zone} />
      </div>
      <SubmitButton>{t("add")}</SubmitButton>
    </Form>
  );
}
