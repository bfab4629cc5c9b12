"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { composeInput, editMailingInput } from "@/domain/mailings/input";
import { addressedBy, type MailingTarget } from "@/domain/mailings/rules";
import { placeholdersOf } from "@/domain/templates/rules";
import type { FormAction } from "@/lib/form";
import { CheckboxField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { WordsFields } from "./words-fields";

type Props = {
  target: MailingTarget;
  values: Record<string, unknown> & { id?: string };
  action: FormAction;
};

type Schema = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

/** A bulk mail, new or not yet released: what it says. To whom was chosen before. */
export function MailingForm({ target, values, action }: Props) {
  const t = useTranslations("mailing.bulk");
  const known = values.id !== undefined;
  const schema = (known ? editMailingInput : composeInput) as unknown as Schema;
  const form = useActionForm({ action, schema, defaults: values });
  return (
    <Form form={form} guard className="max-w-4xl">
      {known ? (
        <>
          <HiddenField name="id" />
          <RevisionField />
        </>
      ) : (
        <>
          <HiddenField name="eventId" />
          <HiddenField name="target" />
          <HiddenField name="query" />
        </>
      )}
      <p className="measure text-muted text-sm">{t("otherLanguage")}</p>
      <WordsFields placeholders={placeholdersOf(addressedBy(target))} />
      {target === "participants" && <CheckboxField name="withCalendar" label={t("withCalendar")} />}
      <SubmitButton>{known ? t("save") : t("compose")}</SubmitButton>
    </Form>
  );
}
