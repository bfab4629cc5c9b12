"use client";

import { useTranslations } from "next-intl";
import { poolKinds } from "@/db/enums";
import { bulkInput } from "@/domain/participations/input";
import type { SeveralStep } from "@/domain/participations/several/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../../form/form";
import { HiddenField } from "../../form/hidden-field";
import { SubmitButton } from "../../form/submit-button";
import { useActionForm } from "../../form/use-action-form";
import { Notice } from "../../ui/notice";
import type { Foreseen } from "./several-decision";
import type { RowReport } from "./several-report";

type Props = {
  step: SeveralStep;
  forecast: Foreseen;
  values: Record<string, unknown> & { chosen: string[] };
  action: FormAction<RowReport[]>;
  onDone: (report: RowReport[]) => void;
};

/** What the decision will do, in numbers and names, and the button that does it. */
export function ConfirmSeveral({ step, forecast, values, action, onDone }: Props) {
  const t = useTranslations("participations");
  const enums = useTranslations("enums.poolKind");
  const form = useActionForm<RowReport[]>({ action, schema: bulkInput as never, defaults: values, onDone });
  const seats = poolKinds
    .filter((kind) => forecast.seats[kind])
    .map((kind) => t("several.seats", { count: forecast.seats[kind] ?? 0, pool: enums(kind) }));
  const facts = [
    t(`several.will.${step}`, { count: forecast.done }),
    ...seats,
    forecast.freed > 0 ? t("several.freed", { count: forecast.freed }) : "",
    forecast.movedUp > 0 ? t("several.movedUp", { count: forecast.movedUp }) : "",
    t("several.mails", { count: forecast.mails }),
  ].filter(Boolean);
  const codes = [...new Set(forecast.refused.map((row) => row.code))];
  return (
    <Form form={form} doneMessage={null} className="space-y-3">
      {["eventId", "query", "step", "reason", "pool", "key"].map((name) => (
        <HiddenField key={name} name={name} />
      ))}
      {values.all ? <input type="hidden" name="all" value="on" /> : null}
      {values.chosen.map((value) => (
        <input key={value} type="hidden" name="chosen" value={value} />
      ))}
      <Notice
        tone={codes.length > 0 ? "warning" : "info"}
        title={t("several.title", { count: forecast.chosen })}
      >
        <ul role="status" className="list-disc ps-5">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
          {codes.map((code) => {
            const names = forecast.refused.filter((row) => row.code === code).map((row) => row.name);
            return (
              <li key={code}>
                {t("several.notReached", { count: names.length })} {t(`several.why.${code as "stale"}`)}
                <span className="block text-muted">{shortened(names)}</span>
              </li>
            );
          })}
        </ul>
      </Notice>
      <div className="flex justify-end">
        <SubmitButton
          look={step === "decline" || step === "withdraw" ? "danger" : "primary"}
          disabled={forecast.done === 0}
        >
          {t("several.confirm", { step: t(`steps.${step}.button`), count: forecast.done })}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** The first names of many. */
function shortened(names: string[]) {
  const shown = names.slice(0, 12).filter(Boolean).join(", ");
  return names.length > 12 ? `${shown} … +${names.length - 12}` : shown;
}
