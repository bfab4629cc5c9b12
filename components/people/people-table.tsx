import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { type Appointment, heldOn } from "@/domain/people/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { SortableTh } from "../list/sort-link";
import { Table, Td, Th, Tr } from "../ui/table";

type Row = {
  id: string;
  name: string;
  courtesyTitle: string;
  namingConsentedAt: Date | null;
  held: (Appointment & { id: string; title: Localized })[];
};

type Props = { rows: readonly Row[]; day: string; sort: string; current: Record<string, string | undefined> };

/** People with the offices they hold on a day, and why they may be named. */
export function PeopleTable({ rows, day, sort, current }: Props) {
  const t = useTranslations("people");
  const locale = useLocale();
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <SortableTh name="name" sort={sort} current={current}>
            {t("name")}
          </SortableTh>
          <Th>{t("offices")}</Th>
          <Th>{t("naming")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const held = heldOn(row.held, day);
          const unnamed = held.length > 0 ? t("inOffice") : t("notNamed");
          return (
            <Tr key={row.id}>
              <Td>
                <Link
                  className="link-quiet font-medium"
                  href={`/${locale}/organize/people/${row.id}` as Route}
                >
                  {[row.courtesyTitle, row.name].filter(Boolean).join(" ")}
                </Link>
              </Td>
              <Td>
                {held.map((appointment) => {
                  const title = pick(appointment.title, locale);
                  return (
                    <span key={appointment.id} lang={langOf(title, locale)} className="block">
                      {title.text}
                    </span>
                  );
                })}
              </Td>
              <Td className="text-muted">{row.namingConsentedAt ? t("consentedOn") : unnamed}</Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
