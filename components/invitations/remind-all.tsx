"use client";

import { useTranslations } from "next-intl";
import { allInvitationsInput } from "@/domain/invitations/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { eventId: string; count: number; action: FormAction };

/** Reminding everybody who has not answered and was not written to within a day. */
export function RemindAll({ eventId, count, action }: Props) {
  const t = useTranslations("invitations");
  return (
    <ConfirmDialog
      trigger={t("remindAll", { count })}
      title={t("remindAllTitle")}
      action={action}
      schema={allInvitationsInput as never}
      values={{ eventId }}
      consequence={<p>{t("remindAllConsequence", { count })}</p>}
      confirm={t("remindAll", { count })}
    />
  );
}
