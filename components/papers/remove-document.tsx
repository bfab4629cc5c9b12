"use client";

import { useTranslations } from "next-intl";
import { removeDocumentInput } from "@/domain/item-documents/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { document: { id: string; revision: number }; title: string; action: FormAction };

/** Removing a document from an item. */
export function RemoveDocument({ document, title, action }: Props) {
  const t = useTranslations("papers.remove");
  return (
    <ConfirmDialog
      trigger={t("button")}
      triggerProps={{ look: "danger", size: "small", "aria-label": t("label", { title }) }}
      title={t("title", { title })}
      action={action}
      schema={removeDocumentInput as never}
      values={document}
      consequence={<p>{t("consequence")}</p>}
      confirm={t("button")}
      danger
    />
  );
}
