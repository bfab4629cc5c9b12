"use client";

import { useTranslations } from "next-intl";
import { stepInput } from "@/domain/participations/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = {
  person: { id: string; revision: number; name: string; state: string };
  action: FormAction;
};

/** Withdrawing one of a delegation, after it was said what that does. */
export function WithdrawMember({ person, action }: Props) {
  const t = useTranslations("delegations.person");
  const { id, revision, name, state } = person;
  return (
    <ConfirmDialog
      key={revision}
      trigger={t("withdraw")}
      triggerProps={{ look: "danger" }}
      title={t("withdrawTitle", { name })}
      action={action}
      schema={stepInput as never}
      values={{ id, revision }}
      consequence={<p>{state === "nominated" ? t("withdrawNominated") : t("withdrawConsequence")}</p>}
      reason={{ label: t("reason"), optional: true }}
      confirm={t("withdraw")}
      danger
    />
  );
}
