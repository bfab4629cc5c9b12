"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { approveInput, endInput, sendToBoardInput, stepInput } from "@/domain/accessions/input";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";
import { TextField } from "../form/text-field";

type Values = { id: string; revision: number };
type Step = { values: Values; action: FormAction };

/** A step that is opened where it is taken: a fold, because it must work without a script too. */
function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-rule border-t py-3">
      <summary className="link inline-block min-h-6 font-medium">{title}</summary>
      <div className="mt-3 max-w-xl">{children}</div>
    </details>
  );
}

/** Taking an application into review. */
export function ReviewStep({ values, action }: Step) {
  const t = useTranslations("accessions.steps");
  return (
    <ConfirmForm
      action={action}
      schema={stepInput as never}
      values={values}
      consequence={<p>{t("reviewText")}</p>}
      confirm={t("review")}
    />
  );
}

/** Laying it before the board. */
export function BoardStep({ values, boardBy, action }: Step & { boardBy: string }) {
  const t = useTranslations("accessions.steps");
  return (
    <Fold title={t("sendToBoard")}>
      <ConfirmForm
        action={action}
        schema={sendToBoardInput as never}
        values={values}
        initial={{ boardBy }}
        consequence={<p>{t("sendToBoardText")}</p>}
        confirm={t("sendToBoard")}
      >
        <TextField name="boardBy" label={t("boardBy")} type="date" optional className="max-w-xs" />
      </ConfirmForm>
    </Fold>
  );
}

type Approve = Step & {
  name: string;
  contact: string;
  today: string;
  announceBy: string;
  /** Whether approval enters a new organisation, whose address can be chosen. */
  isNew: boolean;
};

/** Approving: the days, and for a new organisation its address. */
export function ApproveStep({ values, action, name, contact, today, announceBy, isNew }: Approve) {
  const t = useTranslations("accessions.steps");
  const obstacles = useTranslations("accessions.obstacles");
  return (
    <Fold title={t("approve")}>
      <ConfirmForm
        action={action}
        schema={approveInput as never}
        values={values}
        initial={{ approvedOn: today, joinedOn: today, announceBy, ...(isNew && { slug: "" }) }}
        consequence={<p>{t("approveText", { name, contact })}</p>}
        confirm={t("approve")}
        obstacles={(code) => obstacles(code as "not_reviewed")}
      >
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <TextField name="approvedOn" label={t("approvedOn")} type="date" />
          <TextField name="joinedOn" label={t("joinedOn")} type="date" />
          <TextField name="announceBy" label={t("announceBy")} type="date" optional />
        </div>
        {isNew && <TextField name="slug" label={t("slug")} help={t("slugHelp")} optional />}
      </ConfirmForm>
    </Fold>
  );
}

/** Declining, with the reason that is mailed. */
export function DeclineStep({ values, action }: Step) {
  const t = useTranslations("accessions.steps");
  return (
    <Fold title={t("decline")}>
      <ConfirmForm
        action={action}
        schema={endInput as never}
        values={values}
        consequence={<p>{t("declineText")}</p>}
        reason={{ label: t("reason") }}
        confirm={t("decline")}
        danger
      />
    </Fold>
  );
}

/** Withdrawing it for the organisation; once approved, its waiting membership goes too. */
export function WithdrawStep({ values, action, approved }: Step & { approved: boolean }) {
  const t = useTranslations("accessions.steps");
  return (
    <Fold title={t("withdraw")}>
      <ConfirmForm
        action={action}
        schema={endInput as never}
        values={values}
        consequence={
          <>
            <p>{t("withdrawText")}</p>
            {approved && <p>{t("withdrawApproved")}</p>}
          </>
        }
        reason={{ label: t("reason") }}
        confirm={t("withdraw")}
        danger
      />
    </Fold>
  );
}
