"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { verifyPositionInput, withdrawPositionInput } from "@/domain/positions/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog, ConfirmForm } from "../form/confirm-dialog";

type Waiting = {
  id: string;
  name: string;
  givenBy: string;
  /** The public position that ends with it. */
  replaces: string | null;
  /** The position in full. */
  said: ReactNode;
};
type Props = {
  id: string;
  today: string;
  waiting: Waiting[];
  mayVerify: boolean;
  verify: FormAction;
  refuse: FormAction;
};

/** What focal points gave and nobody has verified: nothing of it is public. */
export function ToVerify({ id, today, waiting, mayVerify, verify, refuse }: Props) {
  const t = useTranslations("positions.verify");
  return (
    <ul className="space-y-6">
      {waiting.map((one) => (
        <li key={one.id} className="grid gap-4 border-rule border-t pt-4 lg:grid-cols-2">
          <div className="space-y-2">
            <h3 className="text-lg">{one.name}</h3>
            <p className="text-muted text-sm">{t("givenBy", { name: one.givenBy })}</p>
            {one.said}
          </div>
          {mayVerify && (
            <ConfirmForm
              action={verify}
              schema={verifyPositionInput as never}
              values={{ id, positionId: one.id, replaces: one.replaces ?? "" }}
              consequence={<p>{one.replaces ? t("replaces") : t("consequence")}</p>}
              confirm={
                <>
                  {t("confirm")} <span className="sr-only">{one.name}</span>
                </>
              }
              aside={
                <ConfirmDialog
                  trigger={t("refuse")}
                  triggerProps={{ "aria-label": t("refuseOf", { name: one.name }) }}
                  title={t("refuseOf", { name: one.name })}
                  action={refuse}
                  schema={withdrawPositionInput as never}
                  values={{ id, positionId: one.id, withdrawnOn: today }}
                  consequence={<p>{t("refuseConsequence")}</p>}
                  confirm={t("refuse")}
                  danger
                />
              }
            />
          )}
        </li>
      ))}
    </ul>
  );
}
