"use client";

import { useTranslations } from "next-intl";
import { removeQuestionInput } from "@/domain/questions/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = {
  question: { id: string; revision: number };
  label: string;
  answered: number;
  action: FormAction;
};

/** Taking a question out of the form; says what becomes of its answers. */
export function RemoveQuestion({ question, label, answered, action }: Props) {
  const t = useTranslations("questions.remove");
  return (
    <ConfirmDialog
      trigger={t("button")}
      triggerProps={{ look: "danger" }}
      title={t("title", { label })}
      action={action}
      schema={removeQuestionInput}
      values={question}
      consequence={<p>{t("consequence", { answered })}</p>}
      confirm={t("button")}
      danger
    />
  );
}
