import { useLocale, useTranslations } from "next-intl";
import type { DatePrecision, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatPreciseDay } from "@/lib/time";

type Holder = {
  id: string;
  name: string;
  courtesyTitle: string;
  title: Localized;
  fromOn: string;
  fromPrecision: DatePrecision;
};

/** Who holds an office of a member, with its title, and since when. */
export function OfficeHolders({ holders }: { holders: readonly Holder[] }) {
  const locale = useLocale();
  const t = useTranslations("members");
  return (
    <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {holders.map((holder) => {
        const title = pick(holder.title, locale);
        const day = formatPreciseDay(holder.fromOn, holder.fromPrecision, locale);
        return (
          <li key={holder.id}>
            <p className="font-medium">{[holder.courtesyTitle, holder.name].filter(Boolean).join(" ")}</p>
            <p className="text-muted text-sm">
              <span lang={langOf(title, locale)}>{title.text}</span>
              <span className="block">
                {t(holder.fromPrecision === "by" ? "officeSinceBy" : "officeSince", { day })}
              </span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
