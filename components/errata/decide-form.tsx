"use client";

import { useTranslations } from "next-intl";
import { decideInput } from "@/domain/errata/input";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../form/choice-fields";
import { ConfirmForm } from "../form/confirm-dialog";

const findings = ["verified", "rejected", "held"] as const;

/** Deciding on a reported mistake. */
export function DecideForm({ id, revision, action }: { id: string; revision: number; action: FormAction }) {
  const t = useTranslations("errata.decide");
  const states = useTranslations("enums.erratumState");
  return (
    <details>
      <summary className="link inline-block min-h-6 text-sm">{t("title")}</summary>
      <div className="mt-4">
        <ConfirmForm
          action={action}
          schema={decideInput as never}
          values={{ id, revision }}
          initial={{ state: "verified" }}
          consequence={<p>{t("consequence")}</p>}
          reason={{ label: t("reason"), help: t("reasonHelp"), optional: true }}
          confirm={t("button")}
        >
          <SelectField
            name="state"
            label={t("finding")}
            choices={findings.map((value) => ({ value, label: states(value) }))}
          />
        </ConfirmForm>
      </div>
    </details>
  );
}
