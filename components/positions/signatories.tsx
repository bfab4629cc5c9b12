import { useLocale, useTranslations } from "next-intl";
import type { Localized, OrganisationKind } from "@/db/enums";
import { columnOf, signatoryColumns } from "@/domain/positions/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";
import { Flag } from "../flag";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

type Endorsement = {
  id: string;
  givenOn: string;
  name: Localized;
  organisationKind: OrganisationKind;
  country: string | null;
};

type Props = {
  endorsements: Endorsement[];
  /** The day of the list, and today. */
  day: string;
  today: string;
  /** The day of adoption: who came later says so. */
  adoptedOn: string | null;
};

/** Who endorses a statement on a day: countries, companies and others apart, with the date of the list. */
export function Signatories({ endorsements, day, today, adoptedOn }: Props) {
  const locale = useLocale();
  const t = useTranslations("statements");
  const byName = endorsements.toSorted((a, b) =>
    pick(a.name, locale).text.localeCompare(pick(b.name, locale).text, locale),
  );
  return (
    <>
      <form method="get" className="mb-6 flex flex-wrap items-end gap-3 text-sm print:hidden">
        <div className="space-y-1">
          <label htmlFor="asOf" className="block font-medium">
            {t("asOfLabel")}
          </label>
          <Input id="asOf" name="asOf" type="date" defaultValue={day} max={today} className="w-auto" />
        </div>
        <Button type="submit">{t("show")}</Button>
      </form>
      <p className="mb-6 text-muted text-sm">
        {t("asOf", { day: formatDay(day, locale), count: endorsements.length })}
      </p>
      <div className="grid gap-8 sm:grid-cols-2">
        {signatoryColumns.map((column) => {
          const rows = byName.filter((one) => columnOf(one.organisationKind) === column);
          if (rows.length === 0) return null;
          return (
            <section key={column} aria-labelledby={`signed-${column}`}>
              <h3 id={`signed-${column}`} className="mb-2 text-base">
                {t(`columns.${column}`, { count: rows.length })}
              </h3>
              <ul className="text-sm">
                {rows.map((row) => {
                  const name = pick(row.name, locale);
                  const late = adoptedOn !== null && row.givenOn > adoptedOn;
                  return (
                    <li key={row.id} className="border-rule border-t py-1.5">
                      {column === "country" && row.country && <Flag country={row.country} className="me-2" />}
                      <span lang={langOf(name, locale)}>{name.text}</span>
                      {late && (
                        <span className="text-muted">
                          {" "}
                          ({t("since", { day: formatDay(row.givenOn, locale) })})
                        </span>
                      )}
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
