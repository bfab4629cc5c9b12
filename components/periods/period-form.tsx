"use client";

import { useTranslations } from "next-intl";
import { type Localized, type PeriodKind, periodKinds } from "@/db/enums";
import { editPeriodInput, periodInput } from "@/domain/periods/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { kind: PeriodKind; name: Localized; organisationId: string; fromOn: string; toOn: string } & (
    | { id: string; revision: number }
    | { id?: undefined }
  );
  organisations: readonly Choice[];
  action: FormAction;
};

/** A period: what it is the term of, its name in every language, from when until when. */
export function PeriodForm({ values, organisations, action }: Props) {
  const t = useTranslations("periods");
  const kinds = useTranslations("enums.periodKind");
  const known = values.id !== undefined;
  const schema = known ? editPeriodInput : periodInput;
  const form = useActionForm({ action, schema, defaults: values });
  return (
    <Form form={form} guard={known} className="max-w-3xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <LocalizedField name="name" label={t("name")} help={t("nameHelp")} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t("kind")}
          choices={periodKinds.map((value) => ({ value, label: kinds(value) }))}
        />
        <SelectField
          name="organisationId"
          label={t("government")}
          help={t("governmentHelp")}
          none={t("noOrganisation")}
          choices={organisations}
          optional="unsaid"
        />
        <TextField name="fromOn" label={t("fromOn")} type="date" />
        <TextField name="toOn" label={t("toOn")} help={t("toOnHelp")} type="date" optional />
      </div>
      <SubmitButton>{known ? t("save") : t("create")}</SubmitButton>
    </Form>
  );
}
