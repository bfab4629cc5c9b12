"use client";

import { useTranslations } from "next-intl";
import { type PoolKind, poolKinds } from "@/db/enums";
import { approveInput, declineInput, stepInput } from "@/domain/participations/input";
import type { Step } from "@/domain/participations/rules";
import type { FormAction } from "@/lib/form";
import { CheckboxField, SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";

type Decision = Exclude<Step, "change" | "replace" | "submit">;
type Props = {
  id: string;
  revision: number;
  name: string;
  steps: Step[];
  /** Free seats by pool; nothing where the event has no limit. */
  free: Partial<Record<PoolKind, number>>;
  mayOverride: boolean;
  actions: Record<Decision, FormAction>;
};

/** Whether a step is refused without a reason. */
const saysWhy = (step: Decision) => step === "decline" || step === "hold";

/** What can be decided about a participation from here, each with what it will do. */
export function Decisions({ id, revision, name, steps, free, mayOverride, actions }: Props) {
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
          schema={(step === "approve" ? approveInput : saysWhy(step) ? declineInput : stepInput) as never}
          values={{ id, revision }}
          consequence={<p>{t(`${step}.consequence`)}</p>}
          reason={{ label: t("reason"), optional: !saysWhy(step) }}
          confirm={t(`${step}.button`)}
          danger={step === "decline" || step === "withdraw"}
        >
          {step === "approve" && <SeatFields free={free} mayOverride={mayOverride} />}
        </ConfirmDialog>
      ))}
    </div>
  );
}

/** From which pool the seat comes, and whether it may come from nowhere. */
function SeatFields({ free, mayOverride }: Pick<Props, "free" | "mayOverride">) {
  const t = useTranslations("participations.seat");
  const enums = useTranslations("enums.poolKind");
  const pools = poolKinds.filter((kind) => free[kind] !== undefined);
  if (pools.length === 0) return null;
  return (
    <>
      <SelectField
        name="pool"
        label={t("fromWhich")}
        none={t("anyPool")}
        choices={pools.map((value) => ({
          value,
          label: t("withFree", { pool: enums(value), free: free[value] ?? 0 }),
        }))}
        optional="unsaid"
      />
      {mayOverride && <CheckboxField name="override" label={t("override")} help={t("overrideHelp")} />}
    </>
  );
}
