"use client";

import { useTranslations } from "next-intl";
import { editReleaseInput, releaseInput } from "@/domain/releases/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { id?: string; revision?: number; title: string; eventId: string; agendaItemId: string };
  events: Choice[];
  items: Choice[];
  action: FormAction;
};

/** What a release is called, and at which item of an agenda its button stands. */
export function ReleaseForm({ values, events, items, action }: Props) {
  const t = useTranslations("releases");
  const known = values.id !== undefined;
  const schema = (known ? editReleaseInput : releaseInput) as never;
  const form = useActionForm({ action, schema, defaults: values });
  return (
    <Form form={form} guard className="max-w-2xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <TextField name="title" label={t("name")} />
      <SelectField name="eventId" label={t("event")} none={t("noEvent")} choices={events} optional />
      <SelectField
        name="agendaItemId"
        label={t("form.agendaItem")}
        help={t("form.agendaItemHelp")}
        none={t("form.noItem")}
        choices={items}
        optional
      />
      <SubmitButton>{t(known ? "form.save" : "form.create")}</SubmitButton>
    </Form>
  );
}
