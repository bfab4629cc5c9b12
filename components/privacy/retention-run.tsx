"use client";

import { useTranslations } from "next-intl";
import { retainInput } from "@/domain/privacy/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

/** Erasing now what the night would erase. */
export function RetentionRun({ count, action }: { count: number; action: FormAction }) {
  const t = useTranslations("privacy");
  return (
    <ConfirmDialog
      trigger={t("run")}
      triggerProps={{ look: "danger" }}
      title={t("runTitle")}
      action={action}
      schema={retainInput as never}
      values={{ sure: "on" }}
      consequence={<p>{t("runConsequence", { count })}</p>}
      confirm={t("run")}
      danger
    />
  );
}
