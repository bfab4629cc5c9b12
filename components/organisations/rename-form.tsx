"use client";

import { useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { renameInput } from "@/domain/organisations/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { id: string; revision: number; name: Localized; formalName: Localized; fromOn: string };
  action: FormAction;
};

/** A new name of an organisation, and the day from which it is called so. */
export function RenameForm({ values, action }: Props) {
  const t = useTranslations("organisations");
  const form = useActionForm({ action, schema: renameInput, defaults: values });
  return (
    <Form form={form} className="max-w-3xl">
      <HiddenField name="id" />
      <RevisionField />
      <LocalizedField name="name" label={t("newName")} help={t("nameHelp")} />
      <LocalizedField name="formalName" label={t("formalName")} help={t("formalNameHelp")} optional />
      <TextField name="fromOn" label={t("calledFrom")} help={t("calledFromHelp")} type="date" />
      <SubmitButton>{t("rename")}</SubmitButton>
    </Form>
  );
}
