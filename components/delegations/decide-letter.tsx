"use client";

import { useTranslations } from "next-intl";
import { decideInput } from "@/domain/credentials/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

/** Accepting or rejecting a credentials letter. */
export function DecideLetter({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations("delegations.credentials");
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        trigger={t("accept")}
        triggerProps={{ look: "primary" }}
        title={t("acceptTitle")}
        action={action}
        schema={decideInput as never}
        values={{ id, decision: "accepted" }}
        consequence={<p>{t("acceptConsequence")}</p>}
        confirm={t("accept")}
      />
      <ConfirmDialog
        trigger={t("reject")}
        triggerProps={{ look: "danger" }}
        title={t("rejectTitle")}
        action={action}
        schema={decideInput as never}
        values={{ id, decision: "rejected" }}
        consequence={<p>{t("rejectConsequence")}</p>}
        reason={{ label: t("reason") }}
        confirm={t("reject")}
        danger
      />
    </div>
  );
}
