import { useLocale, useTranslations } from "next-intl";
import type { Period } from "@/domain/periods/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { Badge } from "../ui/badge";
import { Notice } from "../ui/notice";
import { PeriodDays } from "./period-days";

/** Before what belongs to a period that is over: which one, and when it was. It is kept as it was. */
export function PeriodBanner({ periods }: { periods: readonly Period[] | undefined }) {
  const locale = useLocale();
  const t = useTranslations("periods");
  const kinds = useTranslations("enums.periodKind");
  if (!periods || periods.length === 0) return null;
  return (
    <Notice title={t("banner", { count: periods.length })}>
      <ul className="[overflow-wrap:anywhere]">
        {periods.map((period) => {
          const name = pick(period.name, locale);
          return (
            <li key={period.id}>
              <span className="font-medium" lang={langOf(name, locale)}>
                {name.text}
              </span>{" "}
              <span className="text-muted">
                ({kinds(period.kind)}, <PeriodDays fromOn={period.fromOn} toOn={period.toOn} />)
              </span>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** In a list: the periods that are over to which a line belongs. */
export function PeriodMarks({ periods }: { periods: readonly Period[] | undefined }) {
  const locale = useLocale();
  const t = useTranslations("periods");
  if (!periods || periods.length === 0) return null;
  return (
    <p className="relative flex flex-wrap gap-2">
      {periods.map((period) => {
        const name = pick(period.name, locale);
        return (
          <Badge key={period.id} className="whitespace-normal [overflow-wrap:anywhere]">
            <span className="sr-only">{t("mark")} </span>
            <span lang={langOf(name, locale)}>{name.text}</span>
          </Badge>
        );
      })}
    </p>
  );
}
