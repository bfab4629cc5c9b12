"use client";

import { useTranslations } from "next-intl";
import { eraseInput, refuseErasureInput } from "@/domain/privacy/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { id: string; name: string; erase: FormAction; refuse: FormAction };

/** The two answers to a request to be erased. */
export function ErasureSteps({ id, name, erase, refuse }: Props) {
  const t = useTranslations("privacy");
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        trigger={t("erase")}
        triggerProps={{ look: "danger" }}
        title={t("eraseTitle", { name })}
        action={erase}
        schema={eraseInput as never}
        values={{ id }}
        consequence={<p>{t("eraseConsequence")}</p>}
        confirm={t("erase")}
        danger
      />
      <ConfirmDialog
        trigger={t("refuse")}
        title={t("refuseTitle", { name })}
        action={refuse}
        schema={refuseErasureInput as never}
        values={{ id }}
        consequence={<p>{t("refuseConsequence")}</p>}
        reason={{ label: t("reason") }}
        confirm={t("refuse")}
      />
    </div>
  );
}
