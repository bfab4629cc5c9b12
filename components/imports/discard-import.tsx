"use client";

import { useTranslations } from "next-intl";
import { discardInput } from "@/domain/imports/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { id: string; revision: number; total: number; action: FormAction };

/** Throwing an uploaded list away. */
export function DiscardImport({ id, revision, total, action }: Props) {
  const t = useTranslations("imports.discard");
  return (
    <ConfirmDialog
      trigger={t("button")}
      triggerProps={{ look: "danger" }}
      title={t("title")}
      action={action}
      schema={discardInput as never}
      values={{ id, revision }}
      consequence={<p>{t("consequence", { count: total })}</p>}
      confirm={t("button")}
      danger
    />
  );
}
