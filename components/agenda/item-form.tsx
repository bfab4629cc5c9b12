"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { agendaAudiences, agendaItemKinds, attributionRules, type Locale, locales } from "@/db/enums";
import { agendaItemInput, editAgendaItemInput } from "@/domain/agenda/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { DateTimeField } from "../form/date-time-field";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Section } from "../ui/section";
import { PeopleRows, type PersonRow, rowsFor } from "./people-rows";

type Choices = Record<
  "people" | "rooms" | "organisations" | "languages" | "statements" | "announcements",
  Choice[]
>;
type Props = {
  values: Record<string, unknown> & { people: PersonRow[]; id?: string };
  /** The languages whose words are older than those of another. */
  outdated?: readonly Locale[];
  zone: string;
  choices: Choices;
  action: FormAction;
};

/** An item of the agenda: what, when, where, for whom, and who in which role. */
export function ItemForm({ values, outdated = [], zone, choices, action }: Props) {
  const t = useTranslations("agenda.form");
  const known = values.id !== undefined;
  const schema = (known ? editAgendaItemInput : agendaItemInput) as unknown as z.ZodType<
    Record<string, unknown>,
    Record<string, unknown>
  >;
  const form = useActionForm({ action, schema, defaults: { ...values, people: rowsFor(values.people) } });
  return (
    <Form form={form} guard className="max-w-4xl space-y-8">
      <HiddenField name="eventId" />
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <What known={known} outdated={outdated} />
      <Section title={t("timeAndPlace")}>
        <div className="grid gap-6 sm:grid-cols-2">
          <DateTimeField name="startsAt" label={t("startsAt")} zone={zone} optional />
          <DateTimeField name="endsAt" label={t("endsAt")} zone={zone} optional />
          <SelectField name="roomId" label={t("room")} none={t("noRoom")} choices={choices.rooms} optional />
          <TextField
            name="plannedMinutes"
            label={t("plannedMinutes")}
            help={t("plannedHelp")}
            inputMode="numeric"
          />
          <TextField name="expected" label={t("expected")} inputMode="numeric" optional />
        </div>
      </Section>
      <Rules languages={choices.languages} />
      <Section title={t("people")}>
        <PeopleRows named={values.people} people={choices.people} organisations={choices.organisations} />
      </Section>
      <Ties statements={choices.statements} announcements={choices.announcements} />
      <SubmitButton>{known ? t("save") : t("add")}</SubmitButton>
    </Form>
  );
}

function What({ known, outdated }: { known: boolean; outdated: readonly Locale[] }) {
  const t = useTranslations("agenda.form");
  const enums = useTranslations("enums");
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <SelectField
        name="kind"
        label={t("kind")}
        help={t("kindHelp")}
        choices={agendaItemKinds.map((value) => ({ value, label: enums(`agendaItemKind.${value}`) }))}
      />
      <SelectField
        name="audience"
        label={t("audience")}
        help={t("audienceHelp")}
        choices={agendaAudiences.map((value) => ({ value, label: enums(`agendaAudience.${value}`) }))}
      />
      <LocalizedField name="title" label={t("title")} className="sm:col-span-2" />
      <LocalizedField name="abstract" label={t("abstract")} rows={4} optional className="sm:col-span-2" />
      {known && (
        <CheckboxesField
          name="stillRight"
          label={t("stillRight")}
          help={outdated.length > 0 ? t("stillRightOutdated") : t("stillRightHelp")}
          choices={locales.map((value) => ({
            value,
            label: t("stillRightIn", { language: enums(`locale.${value}`) }),
          }))}
          className="sm:col-span-2"
        />
      )}
    </div>
  );
}

function Rules({ languages }: { languages: Choice[] }) {
  const t = useTranslations("agenda.form");
  const enums = useTranslations("enums");
  return (
    <Section title={t("rules")}>
      <div className="grid gap-6">
        <SelectField
          name="attribution"
          label={t("attribution")}
          help={t("attributionHelp")}
          choices={attributionRules.map((value) => ({ value, label: enums(`attributionRule.${value}`) }))}
          className="sm:max-w-md"
        />
        <CheckboxesField
          name="languages"
          label={t("languages")}
          help={t("languagesHelp")}
          choices={languages}
        />
      </div>
    </Section>
  );
}

function Ties({ statements, announcements }: { statements: Choice[]; announcements: Choice[] }) {
  const t = useTranslations("agenda.form");
  if (statements.length + announcements.length === 0) return null;
  return (
    <Section title={t("ties")}>
      <div className="space-y-6">
        {statements.length > 0 && (
          <CheckboxesField name="statementIds" label={t("statements")} choices={statements} />
        )}
        {announcements.length > 0 && (
          <CheckboxesField name="announcementIds" label={t("announcements")} choices={announcements} />
        )}
      </div>
    </Section>
  );
}
