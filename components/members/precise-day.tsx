import { useLocale, useTranslations } from "next-intl";
import type { DatePrecision } from "@/db/enums";
import { formatPreciseDay } from "@/lib/time";

/** A day as well as it is known: "1 June 2022", "June 2022", "2022", "by 14 September 2021". */
export function PreciseDay({ day, precision }: { day: string; precision: DatePrecision }) {
  const locale = useLocale();
  const t = useTranslations("members");
  const text = formatPreciseDay(day, precision, locale);
  return <time dateTime={day}>{precision === "by" ? t("by", { day: text }) : text}</time>;
}
