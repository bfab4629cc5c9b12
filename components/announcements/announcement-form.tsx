"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { announcementKinds, locales } from "@/db/enums";
import { announcementFactsInput, announcementInput } from "@/domain/announcements/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: Record<string, unknown> & { id?: string };
  events: Choice[];
  spells: Choice[];
  action: FormAction;
};

/** What an announcement is: begun with what it is about, changed later without its texts. */
export function AnnouncementForm({ values, events, spells, action }: Props) {
  const t = useTranslations("announcements.form");
  const enums = useTranslations("enums");
  const known = values.id !== undefined;
  const schema = (known ? announcementFactsInput : announcementInput) as never;
  const form = useActionForm({ action, schema, defaults: values });
  return (
    <Form form={form} guard className="max-w-2xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <SelectField
        name="kind"
        label={t("kind")}
        choices={announcementKinds.map((value) => ({ value, label: enums(`announcementKind.${value}`) }))}
      />
      <SpellsField spells={spells} begun={values} />
      {!known && (
        <>
          <TextField name="title" label={t("title")} help={t("titleHelp")} optional />
          <SelectField
            name="locale"
            label={t("locale")}
            help={t("localeHelp")}
            choices={locales.map((value) => ({ value, label: enums(`locale.${value}`) }))}
          />
        </>
      )}
      <TextField
        name="slug"
        label={t("slug")}
        help={t(known ? "slugHelp" : "slugNewHelp")}
        optional={!known}
      />
      <SelectField name="eventId" label={t("event")} none={t("noEvent")} choices={events} optional />
      {known && <TextField name="tags" label={t("tags")} help={t("tagsHelp")} optional />}
      <SubmitButton>{t(known ? "save" : "begin")}</SubmitButton>
    </Form>
  );
}

/** Whose membership is announced; only asked of announcements of new members. */
function SpellsField({ spells, begun }: { spells: Choice[]; begun: Props["values"] }) {
  const t = useTranslations("announcements.form");
  const kind: unknown = useWatch({ name: "kind", defaultValue: begun.kind });
  const bound = Array.isArray(begun.membershipIds) && begun.membershipIds.length > 0;
  if (kind !== "new_member" && !bound) return null;
  return (
    <CheckboxesField
      name="membershipIds"
      label={t("memberships")}
      help={t("membershipsHelp")}
      choices={spells}
      className="max-h-72 overflow-y-auto border border-rule p-3"
    />
  );
}
