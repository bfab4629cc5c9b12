"use client";

import { useTranslations } from "next-intl";
import { editPersonInput, personInput } from "@/domain/people/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { name: string; sortName: string; courtesyTitle: string; email: string; consented: boolean } & (
    | { id: string; revision: number }
    | { id?: undefined }
  );
  action: FormAction;
};

/** A person: the name exactly as given, how to sort it, and whether they agreed to be named. */
export function PersonForm({ values, action }: Props) {
  const t = useTranslations("people");
  const known = values.id !== undefined;
  const form = useActionForm({ action, schema: known ? editPersonInput : personInput, defaults: values });
  return (
    <Form form={form} guard className="max-w-2xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <div className="grid items-end gap-6 sm:grid-cols-[13rem_minmax(0,1fr)]">
        <TextField name="courtesyTitle" label={t("courtesyTitle")} help={t("courtesyTitleHelp")} optional />
        <TextField name="name" label={t("name")} autoComplete="off" />
      </div>
      <TextField name="sortName" label={t("sortName")} help={t("sortNameHelp")} autoComplete="off" optional />
      <TextField
        name="email"
        label={t("email")}
        help={t("emailHelp")}
        type="email"
        autoComplete="off"
        optional
      />
      <CheckboxField name="consented" label={t("consented")} help={t("consentedHelp")} />
      {!known && <CheckboxField name="namesake" label={t("namesake")} help={t("namesakeHelp")} />}
      <SubmitButton>{known ? t("save") : t("create")}</SubmitButton>
    </Form>
  );
}
