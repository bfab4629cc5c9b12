import { useTranslations } from "next-intl";
import { type Fill, isOver } from "@/domain/delegations/rules";

/** How full a delegation is, class by class, as bars and in words. */
export function Fills({ fills }: { fills: readonly Fill[] }) {
  const t = useTranslations("delegations");
  const classes = useTranslations("enums.participationClass");
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-8 gap-y-2 text-sm">
      {fills.map((fill) => (
        <li key={fill.class} className="space-y-1">
          <span className="flex items-baseline justify-between gap-3">
            <span>{classes(fill.class)}</span>
            <span className="text-muted tabular-nums">
              {fill.quota === null
                ? t("quotaNone", { taken: fill.taken })
                : t("quotaOf", { taken: fill.taken, quota: fill.quota })}
            </span>
          </span>
          {fill.quota !== null && (
            <span aria-hidden className="block h-1.5 bg-sunken">
              <span
                className={`block h-1.5 ${isOver(fill) ? "bg-danger" : "bg-accent"}`}
                style={{ inlineSize: `${Math.min(100, (fill.taken / Math.max(1, fill.quota)) * 100)}%` }}
              />
            </span>
          )}
          {isOver(fill) && <span className="font-medium text-danger">{t("quotaOver")}</span>}
        </li>
      ))}
    </ul>
  );
}
