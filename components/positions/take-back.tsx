"use client";

import { useTranslations } from "next-intl";
import { withdrawPositionInput } from "@/domain/positions/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";

type Props = { id: string; positionId: string; today: string; isPublic: boolean; action: FormAction };

/** Taking one's own position back, folded away until it is asked for; needs no script. */
export function TakeBack({ id, positionId, today, isPublic, action }: Props) {
  const t = useTranslations("positions.takeBack");
  return (
    <details>
      <summary className="link inline-block min-h-6 text-sm">{t("title")}</summary>
      <div className="mt-3">
        <ConfirmForm
          action={action}
          schema={withdrawPositionInput as never}
          values={{ id, positionId, withdrawnOn: today }}
          consequence={<p>{isPublic ? t("public") : t("waiting")}</p>}
          confirm={t("confirm")}
          danger
        />
      </div>
    </details>
  );
}
