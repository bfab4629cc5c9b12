"use client";

import { useTranslations } from "next-intl";
import { removeMediaInput } from "@/domain/media/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { media: { id: string; revision: number }; name: string; action: FormAction };

/** Taking something out of the library for good. */
export function RemoveMedia({ media, name, action }: Props) {
  const t = useTranslations("media.remove");
  return (
    <ConfirmDialog
      trigger={t("button")}
      triggerProps={{ look: "danger", size: "small", "aria-label": t("label", { name }) }}
      title={t("title", { name })}
      action={action}
      schema={removeMediaInput as never}
      values={media}
      consequence={<p>{t("consequence")}</p>}
      confirm={t("button")}
      danger
    />
  );
}
