"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { eventFormats, eventKinds, hostRoles, registrationPolicies } from "@/db/enums";
import { editEventInput, eventInput, zoneChanges } from "@/domain/events/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField, type Choice, SelectField } from "../form/choice-fields";
import { DateTimeField } from "../form/date-time-field";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Section } from "../ui/section";

/** How many hosts a form has room for beyond those named. */
const roomFor = 3;

type Host = { organisationId: string; role: string };
type Props = {
  values: Record<string, unknown> & { zone: string; hosts: Host[]; id?: string };
  organisations: Choice[];
  countries: Choice[];
  zones: readonly string[];
  action: FormAction;
};

/** An event, new or known: its facts, its place and time, who hosts it, and the way in. */
export function EventForm({ values, organisations, countries, zones, action }: Props) {
  const t = useTranslations("events.form");
  const known = values.id !== undefined;
  const hosts = [...values.hosts, ...Array(roomFor).fill({ organisationId: "", role: "host" })];
  const schema = (known ? editEventInput : eventInput) as unknown as z.ZodType<
    Record<string, unknown>,
    Record<string, unknown>
  >;
  const form = useActionForm({ action, schema, defaults: { ...values, zoneChange: "local", hosts } });
  const chosen = String(form.fields.watch("zone") ?? values.zone);
  const asks = known && chosen !== values.zone;
  // Where the instants stay, the times below are still told in the zone before.
  const zone = asks && form.fields.watch("zoneChange") === "instants" ? values.zone : chosen;
  return (
    <Form form={form} guard className="max-w-4xl space-y-8">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <What />
      <Section title={t("timeAndPlace")}>
        <div className="grid gap-6 sm:grid-cols-2">
          <SelectField
            name="zone"
            label={t("zone")}
            help={t("zoneHelp")}
            choices={zones.map((one) => ({ value: one, label: one.replaceAll("_", " ") }))}
            className="sm:col-span-2"
          />
          {asks && (
            <SelectField
              name="zoneChange"
              label={t("zoneChange")}
              help={t("zoneChangeHelp")}
              choices={zoneChanges.map((value) => ({ value, label: t(`zoneChanges.${value}`) }))}
              className="sm:col-span-2"
            />
          )}
          <DateTimeField name="startsAt" label={t("startsAt")} zone={zone} />
          <DateTimeField name="endsAt" label={t("endsAt")} zone={zone} />
          <CheckboxField name="allDay" label={t("allDay")} className="sm:col-span-2" />
          <TextField name="venue" label={t("venue")} optional />
          <SelectField
            name="country"
            label={t("country")}
            none={t("noCountry")}
            choices={countries}
            optional
          />
          <LocalizedField name="city" label={t("city")} optional className="sm:col-span-2" />
        </div>
      </Section>
      <Section title={t("hosts")}>
        <div className="space-y-3">
          {hosts.map((_, index) => (
            // The rows have no identity but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <HostRow key={index} index={index} organisations={organisations} />
          ))}
        </div>
      </Section>
      <Registration zone={zone} />
      <SubmitButton>{known ? t("save") : t("create")}</SubmitButton>
    </Form>
  );
}

function What() {
  const t = useTranslations("events.form");
  const enums = useTranslations("enums");
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <SelectField
        name="kind"
        label={t("kind")}
        choices={eventKinds.map((value) => ({ value, label: enums(`eventKind.${value}`) }))}
      />
      <SelectField
        name="format"
        label={t("format")}
        choices={eventFormats.map((value) => ({ value, label: enums(`eventFormat.${value}`) }))}
      />
      <LocalizedField name="title" label={t("title")} className="sm:col-span-2" />
      <TextField name="slug" label={t("slug")} help={t("slugHelp")} />
      <TextField name="parentEvent" label={t("parentEvent")} help={t("parentEventHelp")} optional />
      <LocalizedField name="summary" label={t("summary")} rows={4} optional className="sm:col-span-2" />
    </div>
  );
}

function HostRow({ index, organisations }: { index: number; organisations: Choice[] }) {
  const t = useTranslations("events.form");
  const enums = useTranslations("enums.hostRole");
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <SelectField
        name={`hosts.${index}.organisationId`}
        label={t("host", { number: index + 1 })}
        none={t("noHost")}
        choices={organisations}
        optional="unsaid"
      />
      <SelectField
        name={`hosts.${index}.role`}
        label={t("hostRole")}
        choices={hostRoles.map((value) => ({ value, label: enums(value) }))}
        optional="unsaid"
      />
    </div>
  );
}

function Registration({ zone }: { zone: string }) {
  const t = useTranslations("events.form");
  const enums = useTranslations("enums.registrationPolicy");
  return (
    <Section title={t("registration")}>
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="registrationPolicy"
          label={t("policy")}
          choices={registrationPolicies.map((value) => ({ value, label: enums(value) }))}
        />
        <TextField
          name="capacity"
          label={t("capacity")}
          help={t("capacityHelp")}
          inputMode="numeric"
          optional
        />
        <DateTimeField name="registrationOpensAt" label={t("opensAt")} zone={zone} optional />
        <DateTimeField name="registrationClosesAt" label={t("closesAt")} zone={zone} optional />
      </div>
    </Section>
  );
}
