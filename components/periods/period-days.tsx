import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/time";

/** The days of a period: "since 1 January 2024", "21 January 2019 – 30 November 2021". */
export function PeriodDays({ fromOn, toOn }: { fromOn: string; toOn: string | null }) {
  const t = useTranslations("periods");
  const locale = useLocale();
  const from = formatDay(fromOn, locale);
  return toOn ? t("days", { from, to: formatDay(toOn, locale) }) : t("since", { from });
}
