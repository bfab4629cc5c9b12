"use client";

import { useTranslations } from "next-intl";
import { locales, statementKinds } from "@/db/enums";
import { statementFactsInput, statementInput } from "@/domain/statements/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Notice } from "../ui/notice";

type Props = {
  values: Record<string, unknown> & { id?: string };
  events: Choice[];
  /** The title of the statement that a new one takes the place of. */
  supersedes?: string;
  action: FormAction;
};

/** What a statement is: begun with a title and a language, changed later without its text. */
export function StatementForm({ values, events, supersedes, action }: Props) {
  const t = useTranslations("statements.form");
  const succession = useTranslations("statements.succession");
  const enums = useTranslations("enums");
  const known = values.id !== undefined;
  const schema = (known ? statementFactsInput : statementInput) as never;
  const form = useActionForm({ action, schema, defaults: values });
  return (
    <Form form={form} guard className="max-w-2xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      {!known && <HiddenField name="supersedesId" />}
      {supersedes !== undefined && <Notice>{succession("takesPlace", { title: supersedes })}</Notice>}
      <SelectField
        name="kind"
        label={t("kind")}
        choices={statementKinds.map((value) => ({ value, label: enums(`statementKind.${value}`) }))}
      />
      {!known && <TextField name="title" label={t("title")} />}
      <TextField name="slug" label={t("slug")} help={t("slugHelp")} />
      <SelectField name="eventId" label={t("event")} none={t("noEvent")} choices={events} optional />
      {values.authenticLocale !== undefined && known && (
        <>
          {/* Boxes that are not ticked are not sent: this says that they were asked. */}
          <input type="hidden" name="alsoAuthentic" value="" />
          <CheckboxesField
            name="alsoAuthentic"
            label={t("alsoAuthentic")}
            help={t("alsoAuthenticHelp")}
            optional
            choices={locales
              .filter((value) => value !== values.authenticLocale)
              .map((value) => ({ value, label: enums(`locale.${value}`) }))}
          />
        </>
      )}
      {!known && supersedes !== undefined && <HiddenField name="authenticLocale" />}
      {!known && supersedes === undefined && (
        <SelectField
          name="authenticLocale"
          label={t("authenticLocale")}
          help={t("authenticLocaleHelp")}
          choices={locales.map((value) => ({ value, label: enums(`locale.${value}`) }))}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{known ? t("save") : t("begin")}</SubmitButton>
        {!known && (
          <SubmitButton look="secondary" name="then" value="import">
            {t("beginImport")}
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}
