import { useLocale, useTranslations } from "next-intl";
import { pick } from "@/lib/i18n/pick";
import type { Asked } from "./asked";

/** Says when a question is asked: "Only if …". Empty where it always is. */
export function useConditionWords(): (question: Asked, all: readonly Asked[]) => string {
  const locale = useLocale();
  const t = useTranslations("answers");
  return ({ shownIfId, shownIfValue }, all) => {
    const on = all.find((question) => question.id === shownIfId);
    if (!on) return "";
    const question = pick(on.label, locale).text;
    if (on.kind === "agreement") return t("onlyIfAgreed", { question });
    const option = on.options.find(({ value }) => value === shownIfValue);
    return t("onlyIf", { question, answer: option ? pick(option.label, locale).text : shownIfValue });
  };
}
