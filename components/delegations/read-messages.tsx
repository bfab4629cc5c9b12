"use client";

import { useTranslations } from "next-intl";
import { readMessagesInput } from "@/domain/delegations/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

/** Says that the messages were read: by a deed, for a page that is merely opened proves nothing. */
export function ReadMessages({ delegationId, action }: { delegationId: string; action: FormAction }) {
  const t = useTranslations("delegations.messages");
  const form = useActionForm({ action, schema: readMessagesInput, defaults: { delegationId } });
  return (
    <Form form={form} doneMessage={null}>
      <HiddenField name="delegationId" />
      <SubmitButton look="secondary">{t("markRead")}</SubmitButton>
    </Form>
  );
}
