import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { type Spell, spellOn } from "@/domain/members/rules";
import { regionOf } from "@/domain/regions/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatPreciseDay } from "@/lib/time";
import { Table, Td, Th, Tr } from "../../ui/table";

type Row = { slug: string; name: Localized; country: string; companies: number; spells: readonly Spell[] };

/** What the map shows, as a table: each member country, where it lies, since when, and the companies seated there. */
export function CountriesTable({ rows, day }: { rows: readonly Row[]; day: string }) {
  const locale = useLocale();
  const t = useTranslations("members.map");
  const regions = useTranslations("figures.regions");
  // Where only countries are asked for, nothing is known of companies.
  const seats = rows.some((row) => row.companies > 0);
  return (
    <Table label={t("table")} className="mt-2 max-w-3xl">
      <thead>
        <tr>
          <Th>{t("country")}</Th>
          <Th>{t("region")}</Th>
          <Th>{t("since")}</Th>
          {seats && <Th className="text-end">{t("companies")}</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = pick(row.name, locale);
          const spell = spellOn(row.spells, day);
          return (
            <Tr key={row.slug}>
              <Th scope="row" className="border-rule font-normal text-ink">
                <Link
                  href={`/${locale}/members/${row.slug}` as Route}
                  lang={langOf(name, locale)}
                  className="link-quiet inline-block min-h-6"
                >
                  {name.text}
                </Link>
              </Th>
              <Td>{regions(regionOf(row.country) ?? "unknown")}</Td>
              <Td className="whitespace-nowrap">
                {spell && (
                  <time dateTime={spell.joinedOn}>
                    {formatPreciseDay(spell.joinedOn, spell.joinedPrecision, locale)}
                  </time>
                )}
              </Td>
              {seats && <Td className="text-end tabular-nums">{row.companies}</Td>}
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
