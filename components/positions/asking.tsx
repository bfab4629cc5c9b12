"use client";

import { useTranslations } from "next-intl";
import { askEndorsementInput, remindEndorsementInput } from "@/domain/positions/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice } from "../form/choice-fields";
import { ConfirmForm } from "../form/confirm-dialog";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Asked = { asked: number; without: number };
type AskProps = { id: string; organisations: Choice[]; action: FormAction };

/** Asking members to endorse: all of them, or those that are ticked. */
export function AskForm({ id, organisations, action }: AskProps) {
  const t = useTranslations("positions.ask");
  const form = useActionForm({
    action,
    schema: askEndorsementInput as never,
    defaults: { id, organisationIds: [] as string[] },
  });
  const done = form.state.data as Asked | undefined;
  return (
    <Form
      form={form}
      className="max-w-3xl"
      doneMessage={done ? t("done", { asked: done.asked, without: done.without }) : null}
    >
      <HiddenField name="id" />
      <p className="measure text-sm">{t("lead")}</p>
      <details>
        <summary className="link inline-block min-h-6 text-sm">{t("some")}</summary>
        <CheckboxesField
          className="mt-3"
          name="organisationIds"
          label={t("organisations")}
          help={t("organisationsHelp")}
          choices={organisations}
          optional
        />
      </details>
      <SubmitButton>{t("send")}</SubmitButton>
    </Form>
  );
}

/** Reminding those who have not answered. */
export function RemindForm({ id, due, action }: { id: string; due: number; action: FormAction }) {
  const t = useTranslations("positions.remind");
  return (
    <ConfirmForm
      action={action}
      schema={remindEndorsementInput as never}
      values={{ id }}
      consequence={<p>{t("consequence", { count: due })}</p>}
      confirm={t("send")}
    />
  );
}
