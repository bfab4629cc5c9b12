"use client";

import { useTranslations } from "next-intl";
import { declineInput, stepInput } from "@/domain/participations/input";
import type { Step } from "@/domain/participations/rules";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Decision = Exclude<Step, "change" | "replace" | "submit">;
type Props = {
  id: string;
  revision: number;
  name: string;
  steps: Step[];
  actions: Record<Decision, FormAction>;
};

/** Whether a step is refused without a reason. */
const saysWhy = (step: Decision) => step === "decline" || step === "hold";

/** What can be decided about a participation from here, each with what it will do. */
export function Decisions({ id, revision, name, steps, actions }: Props) {
  const t = useTranslations("participations.steps");
  const open = (["pre_approve", "approve", "waitlist", "hold", "decline", "withdraw"] as const).filter(
    (step) => steps.includes(step),
  );
  return (
    <div className="flex flex-wrap gap-2">
      {open.map((step) => (
        <ConfirmDialog
          key={`${step}${revision}`}
          trigger={t(`${step}.button`)}
          triggerProps={{
            look:
              step === "approve" ? "primary" : saysWhy(step) || step === "withdraw" ? "danger" : "secondary",
          }}
          title={t(`${step}.title`, { name })}
          action={actions[step]}
          schema={(saysWhy(step) ? declineInput : stepInput) as never}
          values={{ id, revision }}
          consequence={<p>{t(`${step}.consequence`)}</p>}
          reason={{ label: t("reason"), optional: !saysWhy(step) }}
          confirm={t(`${step}.button`)}
          danger={step === "decline" || step === "withdraw"}
        />
      ))}
    </div>
  );
}
