"use client";

import { useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { formerNameInput } from "@/domain/organisations/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: {
    id: string;
    revision: number;
    nameId: string;
    name: Localized;
    formalName: Localized;
    untilOn: string;
  };
  action: FormAction;
};

/** A former name put right: how it was written, and until when it was used. */
export function CorrectNameForm({ values, action }: Props) {
  const t = useTranslations("organisations");
  const form = useActionForm({ action, schema: formerNameInput, defaults: values });
  return (
    <Form form={form} guard className="max-w-3xl">
      <HiddenField name="id" />
      <HiddenField name="nameId" />
      <RevisionField />
      <LocalizedField name="name" label={t("formerName")} />
      <LocalizedField name="formalName" label={t("formalName")} optional />
      <TextField name="untilOn" label={t("untilOn")} help={t("untilOnHelp")} type="date" />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
