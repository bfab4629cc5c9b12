import { useLocale, useTranslations } from "next-intl";
import type { DatePrecision } from "@/db/enums";
import { formatDay, formatPreciseDay } from "@/lib/time";

type Props = { fromOn: string; fromPrecision: DatePrecision; toOn: string | null };

/** From when until when an office is held: "30 November 2021 – 18 October 2022", "since 18 October 2022". */
export function AppointmentWords({ fromOn, fromPrecision, toOn }: Props) {
  const t = useTranslations("people");
  const locale = useLocale();
  const day = formatPreciseDay(fromOn, fromPrecision, locale);
  const begin = fromPrecision === "by" ? t("sinceBy", { from: day }) : day;
  if (toOn) return t("to", { from: begin, to: formatDay(toOn, locale) });
  return fromPrecision === "by" ? begin : t("since", { from: day });
}
