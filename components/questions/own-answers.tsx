"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Section } from "../ui/section";
import { AnswersForm } from "./answers-form";

/** A stage of one's own form, under what it is called. */
export function OwnAnswers(props: ComponentProps<typeof AnswersForm>) {
  const t = useTranslations("answers");
  const second = props.stage === "after_approval";
  return (
    <Section title={second ? t("secondStage") : t("yours")}>
      {second && <p className="measure mb-4 text-sm">{t("secondStageLead")}</p>}
      <AnswersForm {...props} />
    </Section>
  );
}
