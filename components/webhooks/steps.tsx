"use client";

import { useTranslations } from "next-intl";
import { sendInput, webhookStepInput } from "@/domain/webhooks/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Secret } from "./secret";

/** Trying a delivery again at once. */
export function SendAgain({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations("webhooks");
  const form = useActionForm({ action, schema: sendInput as never, defaults: { id } });
  return (
    <Form form={form} doneMessage={t("onItsWay")} className="space-y-1">
      <HiddenField name="id" />
      <SubmitButton look="quiet" size="small">
        {t("sendAgain")}
      </SubmitButton>
    </Form>
  );
}

type Props = {
  webhook: { id: string; revision: number; name: string; pausedAt: Date | null };
  actions: Record<"test" | "pause" | "resume" | "remove", FormAction> & {
    rotate: FormAction<{ secret: string }>;
  };
};

/** What can be done with a webhook beside changing it. */
export function WebhookSteps({ webhook, actions }: Props) {
  const t = useTranslations("webhooks");
  const { id, revision, name } = webhook;
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-start gap-3">
        <SendTest id={id} action={actions.test} />
        <Step
          key={revision}
          values={{ id, revision }}
          action={webhook.pausedAt ? actions.resume : actions.pause}
          label={webhook.pausedAt ? t("resume") : t("pause")}
        />
        <ConfirmDialog
          trigger={t("remove")}
          triggerProps={{ look: "danger" }}
          title={t("removeTitle", { name })}
          action={actions.remove}
          schema={webhookStepInput as never}
          values={{ id, revision }}
          consequence={<p>{t("removeConsequence")}</p>}
          confirm={t("remove")}
          danger
        />
      </div>
      <Rotate values={{ id, revision }} action={actions.rotate} />
    </div>
  );
}

function SendTest({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations("webhooks");
  const form = useActionForm({ action, schema: sendInput as never, defaults: { id } });
  return (
    <Form form={form} doneMessage={t("onItsWay")} className="space-y-1">
      <HiddenField name="id" />
      <SubmitButton look="secondary">{t("test")}</SubmitButton>
    </Form>
  );
}

type StepProps = { values: { id: string; revision: number }; action: FormAction; label: string };

function Step({ values, action, label }: StepProps) {
  const form = useActionForm({ action, schema: webhookStepInput as never, defaults: values });
  return (
    <Form form={form} doneMessage={null} className="space-y-1">
      <HiddenField name="id" />
      <RevisionField />
      <SubmitButton look="secondary">{label}</SubmitButton>
    </Form>
  );
}

function Rotate({
  values,
  action,
}: {
  values: { id: string; revision: number };
  action: FormAction<{ secret: string }>;
}) {
  const t = useTranslations("webhooks");
  const form = useActionForm({ action, schema: webhookStepInput as never, defaults: values });
  const made = form.state.data as { secret: string } | undefined;
  return (
    <details className="text-sm">
      <summary className="link inline-block min-h-6">{t("rotate")}</summary>
      <Form form={form} doneMessage={null} className="mt-2 max-w-2xl space-y-3">
        <p className="measure">{t("rotateText")}</p>
        <HiddenField name="id" />
        <RevisionField />
        <SubmitButton look="secondary">{t("rotate")}</SubmitButton>
        {made && <Secret secret={made.secret} />}
      </Form>
    </details>
  );
}
