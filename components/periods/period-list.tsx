import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { isClosed, type Period } from "@/domain/periods/rules";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import type { Choice } from "../form/choice-fields";
import { Badge } from "../ui/badge";
import { PeriodDays } from "./period-days";
import { PeriodForm } from "./period-form";

type Row = Period & { revision: number; organisation: Localized | null };

type Props = {
  periods: readonly Row[];
  today: string;
  organisations: readonly Choice[];
  action: FormAction;
};

/** The periods, the latest first, each to be changed in its place. */
export function PeriodList({ periods, today, organisations, action }: Props) {
  const t = useTranslations("periods");
  const kinds = useTranslations("enums.periodKind");
  const locale = useLocale();
  return (
    <ul>
      {periods.map((period) => {
        const { id, revision, kind, fromOn, toOn } = period;
        const name = pick(period.name, locale);
        return (
          <li key={id} className="space-y-1 border-rule border-t py-3 first:border-t-0 first:pt-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium [overflow-wrap:anywhere]">
              <span lang={langOf(name, locale)}>{name.text}</span>
              <Badge tone={isClosed(period, today) ? "neutral" : "success"}>
                {isClosed(period, today) ? t("closed") : t("open")}
              </Badge>
            </p>
            <p className="text-muted text-sm">
              {kinds(kind)}
              {period.organisation && ` · ${pick(period.organisation, locale).text}`}
              {" · "}
              <PeriodDays fromOn={fromOn} toOn={toOn} />
            </p>
            <details key={revision}>
              <summary className="link inline-block min-h-6 text-sm">{t("edit")}</summary>
              <div className="mt-4 border-rule border-s ps-4">
                <PeriodForm
                  values={{
                    id,
                    revision,
                    kind,
                    name: { en: "", sv: "", ...period.name },
                    organisationId: period.organisationId ?? "",
                    fromOn,
                    toOn: toOn ?? "",
                  }}
                  organisations={organisations}
                  action={action}
                />
              </div>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
