"use client";

import { useTranslations } from "next-intl";
import { cueStepInput } from "@/domain/run-of-show/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = { row: { id: string; revision: number }; cue: string; action: FormAction };

/** Taking a row out of the run of show. */
export function RemoveCue({ row, cue, action }: Props) {
  const t = useTranslations("runOfShow.remove");
  return (
    <ConfirmDialog
      trigger={t("button")}
      triggerProps={{ look: "danger", size: "small" }}
      title={t("title", { cue })}
      action={action}
      schema={cueStepInput as never}
      values={row}
      consequence={<p>{t("consequence")}</p>}
      confirm={t("button")}
      danger
    />
  );
}
