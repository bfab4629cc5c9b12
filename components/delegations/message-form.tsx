"use client";

import { useTranslations } from "next-intl";
import { messageInput } from "@/domain/delegations/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  eventId: string;
  /** Empty: to all of the event. */
  delegationId: string;
  reach: { delegations: number; people: number };
  action: FormAction;
};

/** Writing to one delegation, or to all: it says whom it reaches. */
export function MessageForm({ eventId, delegationId, reach, action }: Props) {
  const t = useTranslations("delegations.messages");
  const defaults = { eventId, delegationId, text: "" };
  const form = useActionForm({ action, schema: messageInput as never, defaults });
  return (
    <Form form={form} guard doneMessage={t("sent")} className="max-w-2xl">
      <HiddenField name="eventId" />
      <HiddenField name="delegationId" />
      <TextArea name="text" label={t("text")} help={t("textHelp")} rows={6} />
      <p className="measure text-sm">{t("consequence", reach)}</p>
      <SubmitButton>{t("send")}</SubmitButton>
    </Form>
  );
}
