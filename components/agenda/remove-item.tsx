"use client";

import { useTranslations } from "next-intl";
import { removeAgendaItemInput } from "@/domain/agenda/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { item: { id: string; revision: number }; title: string; action: FormAction };

/** Taking an item out of the agenda. */
export function RemoveItem({ item, title, action }: Props) {
  const t = useTranslations("agenda.remove");
  return (
    <ConfirmDialog
      trigger={t("button")}
      triggerProps={{ look: "danger" }}
      title={t("title", { title })}
      action={action}
      schema={removeAgendaItemInput}
      values={item}
      consequence={<p>{t("consequence")}</p>}
      confirm={t("button")}
      danger
    />
  );
}
