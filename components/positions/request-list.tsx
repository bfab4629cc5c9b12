import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { pick } from "@/lib/i18n/pick";
import { Time } from "../time";

type Props = {
  rows: { organisationId: string; name: Localized; askedAt: Date; remindedAt: Date | null }[];
  /** The organisations that have said something. */
  answered: ReadonlySet<string>;
  zone: string;
};

/** Who was asked to endorse, and who has answered. */
export function RequestList({ rows, answered, zone }: Props) {
  const t = useTranslations("positions.ask");
  const locale = useLocale();
  if (rows.length === 0) return <p className="text-sm">{t("nobodyYet")}</p>;
  const count = rows.filter((row) => answered.has(row.organisationId)).length;
  return (
    <details>
      <summary className="link inline-block min-h-6 text-sm">
        {t("summary", { asked: rows.length, answered: count })}
      </summary>
      <ul className="mt-3 text-sm">
        {rows.map((row) => (
          <li key={row.organisationId} className="flex flex-wrap gap-x-4 border-rule border-t py-1.5">
            <span className="min-w-48 font-medium">{pick(row.name, locale).text}</span>
            <span>{answered.has(row.organisationId) ? t("answered") : t("unanswered")}</span>
            <span className="text-muted">
              {t("askedAt")} <Time at={row.askedAt} zone={zone} />
            </span>
            {row.remindedAt && (
              <span className="text-muted">
                {t("remindedAt")} <Time at={row.remindedAt} zone={zone} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
