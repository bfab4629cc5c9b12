"use client";

import { useTranslations } from "next-intl";
import { duplicateItemInput } from "@/domain/agenda/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { item: { id: string; revision: number }; title: string; action: FormAction };

/** Laying a copy of an item into the tray. */
export function DuplicateItem({ item, title, action }: Props) {
  const t = useTranslations("agenda.duplicate");
  return (
    <ConfirmDialog
      trigger={t("button")}
      title={t("title", { title })}
      action={action}
      schema={duplicateItemInput}
      values={item}
      consequence={<p>{t("consequence")}</p>}
      confirm={t("button")}
    />
  );
}
