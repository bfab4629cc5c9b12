"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { poolKinds } from "@/db/enums";
import { bulkInput } from "@/domain/participations/input";
import {
  type Forecast,
  type SeveralStep,
  saysWhy,
  severalSteps,
} from "@/domain/participations/several/rules";
import type { FormAction } from "@/lib/form";
import { CheckboxField, SelectField } from "../../form/choice-fields";
import { Form } from "../../form/form";
import { HiddenField } from "../../form/hidden-field";
import { SubmitButton } from "../../form/submit-button";
import { TextField } from "../../form/text-field";
import { useActionForm } from "../../form/use-action-form";
import { ConfirmSeveral } from "./confirm-several";
import { type RowReport, SeveralReport } from "./several-report";

export type Foreseen = Forecast & { key: string; chosen: number };

type Props = {
  eventId: string;
  /** Those ticked on this page. */
  ticked: { id: string; revision: number }[];
  /** How many the list's filter names, over all pages, and its query. */
  total: number;
  query: string;
  foresee: FormAction<Foreseen>;
  decide: FormAction<RowReport[]>;
  onDone: () => void;
  /** What else can be done with those ticked. */
  aside?: ReactNode;
};

/**
 * One decision for those ticked, or for all that the list names: first what it will do, foreseen by the server, then
 * the deed, then what became of each.
 */
export function SeveralDecision({ eventId, ticked, total, query, foresee, decide, onDone, aside }: Props) {
  const t = useTranslations("participations");
  const enums = useTranslations("enums");
  const [foreseen, setForeseen] = useState<{ forecast: Foreseen; asked: string }>();
  const [report, setReport] = useState<RowReport[]>();
  const chosen = ticked.map(({ id, revision }) => `${id}:${revision}`);
  const form = useActionForm<Foreseen>({
    action: foresee,
    schema: bulkInput as never,
    // Who is ticked is no beginning: a changed one would take back what was chosen in the other fields.
    defaults: { eventId, step: "approve", reason: "", pool: "", all: false, query, chosen: [] },
    onDone: (forecast) => {
      setReport(undefined);
      setForeseen({ forecast, asked: asked({ ...form.fields.getValues(), chosen }) });
    },
  });
  const { setValue } = form.fields;
  const line = chosen.join(" ");
  useEffect(() => setValue("chosen", line === "" ? [] : line.split(" ")), [line, setValue]);
  const values = form.fields.watch();
  const step = (values.step ?? "approve") as SeveralStep;
  // What was foreseen for another choice says nothing of this one.
  const current = foreseen?.asked === asked({ ...values, chosen }) ? foreseen.forecast : undefined;
  if (ticked.length === 0 && !report) return null;
  return (
    <div className="sticky bottom-0 max-h-[70dvh] space-y-4 overflow-y-auto border-edge border-t bg-surface p-4 print:hidden">
      {report && <SeveralReport report={report} />}
      {ticked.length > 0 && aside}
      {ticked.length > 0 && (
        <Form form={form} doneMessage={null} className="space-y-4">
          <HiddenField name="eventId" />
          <HiddenField name="query" />
          {chosen.map((value) => (
            <input key={value} type="hidden" name="chosen" value={value} />
          ))}
          {total > ticked.length && <CheckboxField name="all" label={t("several.allMatching", { total })} />}
          <div className="grid gap-4 sm:grid-cols-[12rem_12rem_minmax(0,1fr)_auto] sm:items-end">
            <SelectField
              name="step"
              label={t("several.step")}
              choices={severalSteps.map((value) => ({ value, label: t(`steps.${value}.button`) }))}
            />
            {step === "approve" && (
              <SelectField
                name="pool"
                label={t("several.pool")}
                none={t("several.anyPool")}
                choices={poolKinds.map((value) => ({ value, label: enums(`poolKind.${value}`) }))}
                optional="unsaid"
              />
            )}
            <TextField
              name="reason"
              label={t("several.reason")}
              optional={!saysWhy(step)}
              className={step === "approve" ? undefined : "sm:col-span-2"}
            />
            <SubmitButton look={current ? "secondary" : "primary"}>
              {t("several.foresee", { count: values.all ? total : ticked.length })}
            </SubmitButton>
          </div>
        </Form>
      )}
      {current && (
        <ConfirmSeveral
          key={`${current.key}${foreseen?.asked}`}
          step={step}
          forecast={current}
          values={{ ...values, chosen, key: current.key }}
          action={decide}
          onDone={(done) => {
            setForeseen(undefined);
            setReport(done);
            onDone();
          }}
        />
      )}
    </div>
  );
}

/** What was asked, to tell one question from another. */
function asked({ step, reason, pool, all, chosen }: Record<string, unknown>): string {
  return JSON.stringify([step, reason, step === "approve" ? pool : "", Boolean(all), chosen]);
}
