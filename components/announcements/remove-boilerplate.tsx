"use client";

import { useTranslations } from "next-intl";
import { removeBoilerplateInput } from "@/domain/boilerplates/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";

/** Takes a text out of the choices. What holds it goes on holding it. */
export function RemoveBoilerplate({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations("announcements.boilerplate");
  return (
    <details>
      <summary className="cursor-pointer text-sm">{t("remove")}</summary>
      <div className="mt-3">
        <ConfirmForm
          action={action}
          schema={removeBoilerplateInput as never}
          values={{ id }}
          consequence={<p>{t("removeConsequence")}</p>}
          confirm={t("remove")}
          danger
        />
      </div>
    </details>
  );
}
