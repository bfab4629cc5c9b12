"use client";

import { useTranslations } from "next-intl";
import { withdrawMembershipInput } from "@/domain/members/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { id: string; revision: number; name: string; action: FormAction };

/** Takes a spell back after saying what that does, with a reason. */
export function WithdrawSpell({ id, revision, name, action }: Props) {
  const t = useTranslations("members");
  return (
    <ConfirmDialog
      action={action}
      schema={withdrawMembershipInput}
      values={{ id, revision }}
      trigger={t("withdraw")}
      triggerProps={{ look: "danger", size: "small" }}
      title={t("withdrawTitle")}
      consequence={<p>{t("withdrawConsequence", { name })}</p>}
      reason={{ label: t("withdrawReason") }}
      confirm={t("withdraw")}
      danger
    />
  );
}
