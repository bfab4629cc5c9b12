"use client";

import { useTranslations } from "next-intl";
import { forgetNameInput } from "@/domain/organisations/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { id: string; revision: number; nameId: string; name: string; action: FormAction };

/** Takes out a former name that never was, after saying what that does, with a reason. */
export function ForgetName({ id, revision, nameId, name, action }: Props) {
  const t = useTranslations("organisations");
  return (
    <ConfirmDialog
      action={action}
      schema={forgetNameInput}
      values={{ id, revision, nameId }}
      trigger={t("forgetName")}
      triggerProps={{ look: "danger", size: "small" }}
      title={t("forgetNameTitle")}
      consequence={<p>{t("forgetNameConsequence", { name })}</p>}
      reason={{ label: t("forgetNameReason") }}
      confirm={t("forgetName")}
      danger
    />
  );
}
