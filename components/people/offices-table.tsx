import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { Table, Td, Th, Tr } from "../ui/table";

type Row = { id: string; title: Localized; organisation: Localized | null; holders: string[] };

/** Offices with their organisations and who holds them today. */
export function OfficesTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("people");
  const locale = useLocale();
  return (
    <Table label={t("offices")}>
      <thead>
        <tr>
          <Th>{t("officeTitle")}</Th>
          <Th>{t("officeOf")}</Th>
          <Th>{t("holder")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const title = pick(row.title, locale);
          const organisation = row.organisation && pick(row.organisation, locale);
          return (
            <Tr key={row.id}>
              <Td>
                <Link
                  className="link-quiet font-medium"
                  lang={langOf(title, locale)}
                  href={`/${locale}/organize/people/offices/${row.id}` as Route}
                >
                  {title.text}
                </Link>
              </Td>
              <Td lang={organisation ? langOf(organisation, locale) : undefined}>{organisation?.text}</Td>
              <Td>
                {row.holders.length > 0 ? (
                  row.holders.join(", ")
                ) : (
                  <span className="text-muted">{t("nobody")}</span>
                )}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
