"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { AccessionCheck } from "@/db/enums";
import { checkInput } from "@/domain/accessions/input";
import { checksBefore } from "@/domain/accessions/rules";
import type { FormAction } from "@/lib/form";
import { formatDay } from "@/lib/time";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Time } from "../time";

type Checked = { check: AccessionCheck; at: Date; byName: string };
type Props = {
  id: string;
  checks: readonly Checked[];
  /** By when each step is to be done. */
  due: Record<keyof typeof checksBefore, string | null>;
  zone: string;
  action?: FormAction;
};

/** What is looked after before each step of an accession: ticked with who and when. */
export function Checklist({ due, ...list }: Props) {
  const t = useTranslations("accessions");
  const locale = useLocale();
  return (
    <div className="space-y-6">
      {(["review", "announce"] as const).map((step) => (
        <div key={step}>
          <h3 className="mb-1 font-medium text-sm">
            {due[step]
              ? t(`checksBy.${step}`, { day: formatDay(due[step], locale) })
              : t(`checksBefore.${step}`)}
          </h3>
          <Checks {...list} of={checksBefore[step]} />
        </div>
      ))}
    </div>
  );
}

function Checks({ id, checks, zone, action, of }: Omit<Props, "due"> & { of: readonly AccessionCheck[] }) {
  const t = useTranslations("accessions");
  const names = useTranslations("enums.accessionCheck");
  return (
    <ul className="text-sm">
      {of.map((check) => {
        const done = checks.find((one) => one.check === check);
        const Icon = done ? CircleCheck : CircleDashed;
        return (
          <li key={check} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-rule border-t py-2">
            <span className="flex min-w-0 grow items-start gap-2">
              <Icon
                aria-hidden
                className={`mt-0.5 size-4 shrink-0 ${done ? "text-success" : "text-muted"}`}
              />
              <span>
                {names(check)}
                {done && (
                  <span className="block text-muted text-xs">
                    {t.rich("checkedBy", {
                      name: done.byName,
                      time: () => <Time at={done.at} zone={zone} />,
                    })}
                  </span>
                )}
              </span>
            </span>
            {action && (
              <Tick
                key={String(Boolean(done))}
                values={{ id, check, done: !done }}
                label={`${done ? t("untick") : t("tick")}: ${names(check)}`}
                action={action}
              >
                {done ? t("untick") : t("tick")}
              </Tick>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type TickProps = {
  values: { id: string; check: AccessionCheck; done: boolean };
  label: string;
  action: FormAction;
  children: string;
};

function Tick({ values, label, action, children }: TickProps) {
  const form = useActionForm({ action, schema: checkInput, defaults: values });
  return (
    <Form form={form} doneMessage={null} className="space-y-0">
      <HiddenField name="id" />
      <HiddenField name="check" />
      <HiddenField name="done" />
      <SubmitButton look="quiet" size="small" aria-label={label}>
        {children}
      </SubmitButton>
    </Form>
  );
}
