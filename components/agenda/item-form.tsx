"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { agendaItemKinds, agendaRoles } from "@/db/enums";
import { agendaItemInput, editAgendaItemInput } from "@/domain/agenda/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { DateTimeField } from "../form/date-time-field";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Section } from "../ui/section";

/** How many people a form has room for beyond those named. */
const roomFor = 3;

type Person = { personId: string; role: string };
type Props = {
  values: Record<string, unknown> & { people: Person[]; id?: string };
  zone: string;
  people: Choice[];
  rooms: Choice[];
  action: FormAction;
};

/** An item of the agenda: what, when, where, and who in which role. */
export function ItemForm({ values, zone, people, rooms, action }: Props) {
  const t = useTranslations("agenda.form");
  const enums = useTranslations("enums");
  const known = values.id !== undefined;
  const rows = [...values.people, ...Array(roomFor).fill({ personId: "", role: "speaker" })];
  const schema = (known ? editAgendaItemInput : agendaItemInput) as unknown as z.ZodType<
    Record<string, unknown>,
    Record<string, unknown>
  >;
  const form = useActionForm({ action, schema, defaults: { ...values, people: rows } });
  return (
    <Form form={form} guard className="max-w-4xl space-y-8">
      <HiddenField name="eventId" />
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t("kind")}
          choices={agendaItemKinds.map((value) => ({ value, label: enums(`agendaItemKind.${value}`) }))}
        />
        <SelectField name="roomId" label={t("room")} none={t("noRoom")} choices={rooms} optional />
        <LocalizedField name="title" label={t("title")} className="sm:col-span-2" />
        <DateTimeField name="startsAt" label={t("startsAt")} zone={zone} optional />
        <DateTimeField name="endsAt" label={t("endsAt")} zone={zone} optional />
        <LocalizedField name="abstract" label={t("abstract")} rows={4} optional className="sm:col-span-2" />
      </div>
      <Section title={t("people")}>
        <div className="space-y-3">
          {rows.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity but their place.
            <div key={index} className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
              <SelectField
                name={`people.${index}.personId`}
                label={t("person", { number: index + 1 })}
                none={t("nobody")}
                choices={people}
                optional="unsaid"
              />
              <SelectField
                name={`people.${index}.role`}
                label={t("role")}
                choices={agendaRoles.map((value) => ({ value, label: enums(`agendaRole.${value}`) }))}
                optional="unsaid"
              />
            </div>
          ))}
        </div>
      </Section>
      <SubmitButton>{known ? t("save") : t("add")}</SubmitButton>
    </Form>
  );
}
