"use client";

import { useTranslations } from "next-intl";
import { changeInput } from "@/domain/participations/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField, type Choice } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { PersonFields } from "./person-fields";
import { ClassSelect, StyleFields } from "./style-fields";

type Props = {
  values: Record<string, string | number | boolean>;
  /** One of a delegation can be its alternate, and have no address. */
  ofDelegation: boolean;
  organisations: Choice[];
  /** Days after the event that needs are kept. */
  keptDays: number;
  action: FormAction;
};

/** Changing what a registration says, for the participant: also how they are printed, and as what they come. */
export function ChangeForm({ values, ofDelegation, organisations, keptDays, action }: Props) {
  const t = useTranslations("registration");
  const list = useTranslations("participations");
  const desk = useTranslations("delegations.field");
  const form = useActionForm({ action, schema: changeInput as never, defaults: values });
  return (
    <Form form={form} guard className="max-w-2xl">
      <HiddenField name="id" />
      <RevisionField />
      <StyleFields />
      <ClassSelect />
      {ofDelegation && <CheckboxField name="alternate" label={desk("alternate")} />}
      <TextField
        name="email"
        type="email"
        label={t("email")}
        help={list("emailHelp")}
        autoComplete="off"
        optional={ofDelegation}
      />
      <PersonFields organisations={organisations} keptDays={keptDays} />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
