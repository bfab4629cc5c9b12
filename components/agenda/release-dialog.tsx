"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { releaseAgainInput, releaseInput } from "@/domain/agenda/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { LocalizedField } from "../form/localized-field";

type Props = {
  values: { eventId: string; after: number; seen: string };
  number: number;
  consequence: ReactNode;
  action: FormAction;
};

/** Making the working draft the next release, with what the public is told of it. */
export function ReleaseDialog({ values, number, consequence, action }: Props) {
  const t = useTranslations("agenda.release");
  const kinds = useTranslations("enums.findingKind");
  return (
    <ConfirmDialog
      trigger={t("button", { number })}
      triggerProps={{ look: "primary" }}
      title={t("title", { number })}
      action={action}
      schema={releaseInput as never}
      values={values}
      consequence={consequence}
      confirm={t("confirm")}
      obstacles={(code) => kinds(code as Parameters<typeof kinds>[0])}
    >
      <LocalizedField name="note" label={t("note")} help={t("noteHelp")} rows={2} optional />
    </ConfirmDialog>
  );
}

type AgainProps = {
  values: { eventId: string; after: number; number: number };
  consequence: ReactNode;
  action: FormAction;
};

/** Releasing an earlier release again. */
export function ReleaseAgainDialog({ values, consequence, action }: AgainProps) {
  const t = useTranslations("agenda.release");
  const kinds = useTranslations("enums.findingKind");
  return (
    <ConfirmDialog
      trigger={t("again", { number: values.number })}
      triggerProps={{ size: "small" }}
      title={t("againTitle", { number: values.number })}
      action={action}
      schema={releaseAgainInput as never}
      values={values}
      consequence={consequence}
      confirm={t("againConfirm")}
      obstacles={(code) => kinds(code as Parameters<typeof kinds>[0])}
    >
      <LocalizedField name="note" label={t("note")} help={t("noteHelp")} rows={2} optional />
    </ConfirmDialog>
  );
}
