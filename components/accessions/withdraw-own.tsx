"use client";

import { useTranslations } from "next-intl";
import { ownEndInput } from "@/domain/accessions/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";

type Props = { values: { id: string; revision: number; link: string }; action: FormAction };

/** Taking one's own application back, with a reason. */
export function WithdrawOwn({ values, action }: Props) {
  const t = useTranslations("application");
  return (
    <ConfirmForm
      action={action}
      schema={ownEndInput as never}
      values={values}
      consequence={<p>{t("withdrawConsequence")}</p>}
      reason={{ label: t("withdrawReason") }}
      confirm={t("withdraw")}
      danger
    />
  );
}
