"use client";

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type WebhookTopic, webhookTopics } from "@/db/enums";
import { editWebhookInput, webhookInput } from "@/domain/webhooks/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Secret } from "./secret";

type Values = { name: string; url: string; topics: WebhookTopic[] };
type Made = { id: string; secret: string };

function Fields() {
  const t = useTranslations("webhooks");
  const topics = useTranslations("enums.webhookTopic");
  return (
    <>
      <TextField name="name" label={t("name")} help={t("nameHelp")} autoComplete="off" />
      <TextField
        name="url"
        type="url"
        label={t("url")}
        help={t("urlHelp")}
        autoComplete="off"
        spellCheck={false}
      />
      <CheckboxesField
        name="topics"
        label={t("topics")}
        choices={webhookTopics.map((value) => ({
          value,
          label: topics(value.replace(".", "_") as "event_announced"),
        }))}
      />
    </>
  );
}

/** Having another system told. When that is done, the secret is shown: this once. */
export function NewWebhookForm({ values, action }: { values: Values; action: FormAction<Made> }) {
  const t = useTranslations("webhooks");
  const locale = useLocale();
  const form = useActionForm({ action, schema: webhookInput as never, defaults: values });
  const made = form.state.data as Made | undefined;
  if (made) {
    return (
      <div className="max-w-2xl space-y-4">
        <Secret secret={made.secret} />
        <p>
          <Link className="link" href={`/${locale}/organize/webhooks/${made.id}` as Route}>
            {t("toWebhook")}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <Form form={form} guard className="max-w-2xl" doneMessage={null}>
      <Fields />
      <SubmitButton>{t("create")}</SubmitButton>
    </Form>
  );
}

/** Changing where and of what a system is told. */
export function EditWebhookForm({
  values,
  action,
}: {
  values: Values & { id: string; revision: number };
  action: FormAction;
}) {
  const t = useTranslations("webhooks");
  const form = useActionForm({ action, schema: editWebhookInput as never, defaults: values });
  return (
    <Form form={form} guard className="max-w-2xl">
      <HiddenField name="id" />
      <RevisionField />
      <Fields />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
