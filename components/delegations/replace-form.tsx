"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { replaceInput } from "@/domain/delegations/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { emptyNominee, NomineeFields } from "./nominee-fields";

type Props = {
  person: { id: string; revision: number; name: string; level: string };
  locale: Locale;
  /** Days after the event that needs are kept. */
  keptDays: number;
  action: FormAction;
};

/** Somebody takes the place of another. */
export function ReplaceForm({ person, locale, keptDays, action }: Props) {
  const t = useTranslations("delegations.person");
  const { id, revision, name, level } = person;
  const defaults = { ...emptyNominee, id, revision, level, locale, reason: "" };
  const form = useActionForm({ action, schema: replaceInput as never, defaults });
  return (
    <Form form={form} guard className="max-w-2xl">
      <HiddenField name="id" />
      <RevisionField />
      <NomineeFields language keptDays={keptDays} />
      <TextField name="reason" label={t("reason")} optional />
      <SubmitButton>{t("replaceButton", { name })}</SubmitButton>
    </Form>
  );
}
