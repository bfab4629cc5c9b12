import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/time";

/** How long a former name was in use: "until 8 July 2021"; where one came before it, also since when. */
export function FormerNameWords({ fromOn, untilOn }: { fromOn: string | null; untilOn: string }) {
  const t = useTranslations("organisations");
  const locale = useLocale();
  const until = formatDay(untilOn, locale);
  return (
    <time dateTime={untilOn}>
      {fromOn ? t("calledFromTo", { from: formatDay(fromOn, locale), until }) : t("calledUntil", { until })}
    </time>
  );
}
