"use client";

import { useTranslations } from "next-intl";
import { copyFromInput } from "@/domain/agenda/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField, type Choice, SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { eventId: string; events: Choice[]; action: FormAction };

/** Beginning from the agenda of another event. */
export function CopyAgenda({ eventId, events, action }: Props) {
  const t = useTranslations("agenda.copy");
  if (events.length === 0) return null;
  return (
    <ConfirmDialog
      trigger={t("button")}
      title={t("title")}
      action={action}
      schema={copyFromInput as never}
      values={{ eventId }}
      consequence={<p>{t("consequence")}</p>}
      confirm={t("copy")}
    >
      <SelectField name="from" label={t("from")} choices={events} />
      <CheckboxField name="people" label={t("people")} />
    </ConfirmDialog>
  );
}
