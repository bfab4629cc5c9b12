"use client";

import { useTranslations } from "next-intl";
import { publishCommitmentInput, withdrawCommitmentInput } from "@/domain/commitments/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = {
  id: string;
  revision: number;
  /** The names of those of its owners that the public knows as members. */
  owners: readonly string[];
  action: FormAction;
};

/** Makes a commitment public, after saying on whose pages. */
export function PublishCommitment({ id, revision, owners, action }: Props) {
  const t = useTranslations("commitments.publish");
  return (
    <ConfirmDialog
      action={action}
      schema={publishCommitmentInput}
      values={{ id, revision }}
      trigger={t("button")}
      triggerProps={{ look: "primary" }}
      title={t("title")}
      consequence={<p>{t("consequence", { count: owners.length, owners: owners.join(", ") })}</p>}
      confirm={t("button")}
    />
  );
}

/** Takes a commitment that was published wrongly off every public page, with a reason. */
export function WithdrawCommitment({ id, revision, owners, action }: Props) {
  const t = useTranslations("commitments.withdraw");
  return (
    <ConfirmDialog
      action={action}
      schema={withdrawCommitmentInput}
      values={{ id, revision }}
      trigger={t("button")}
      triggerProps={{ look: "danger" }}
      title={t("title")}
      consequence={<p>{t("consequence", { count: owners.length, owners: owners.join(", ") })}</p>}
      reason={{ label: t("reason") }}
      confirm={t("button")}
      danger
    />
  );
}
