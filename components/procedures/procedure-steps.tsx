"use client";

import { useTranslations } from "next-intl";
import { cancelInput, extendInput } from "@/domain/procedures/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";
import { DateTimeField } from "../form/date-time-field";

type Props = {
  values: { id: string; revision: number };
  zone: string;
  /** The present deadline, as a local time in the zone. */
  deadline: string;
  extend: FormAction;
  cancel: FormAction;
};

/** Moving the deadline to later, and taking the procedure back. */
export function ProcedureSteps({ values, zone, deadline, extend, cancel }: Props) {
  const t = useTranslations("procedures");
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <details>
        <summary className="link inline-block min-h-6 text-sm">{t("extend.title")}</summary>
        <div className="mt-4">
          <ConfirmForm
            action={extend}
            schema={extendInput as never}
            values={values}
            initial={{ deadline }}
            consequence={<p>{t("extend.consequence")}</p>}
            reason={{ label: t("extend.reason") }}
            confirm={t("extend.button")}
          >
            <DateTimeField name="deadline" label={t("extend.deadline")} zone={zone} />
          </ConfirmForm>
        </div>
      </details>
      <details>
        <summary className="link inline-block min-h-6 text-sm">{t("cancel.title")}</summary>
        <div className="mt-4">
          <ConfirmForm
            action={cancel}
            schema={cancelInput as never}
            values={values}
            consequence={<p>{t("cancel.consequence")}</p>}
            reason={{ label: t("cancel.reason") }}
            confirm={t("cancel.confirm")}
            danger
          />
        </div>
      </details>
    </div>
  );
}
