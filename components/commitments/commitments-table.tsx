import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import type { Standing } from "@/domain/commitments/rules";
import { publicationState } from "@/domain/statements/rules";
import { byNameIn, langOf, pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";
import { StatusBadge } from "../status-badge";
import { Table, Td, Th, Tr } from "../ui/table";
import { Stands } from "./stands";

type Row = {
  id: string;
  title: Localized;
  dueOn: string | null;
  stands: Standing;
  publicFrom: Date | null;
  withdrawnAt: Date | null;
  owners: readonly { id: string; name: Localized }[];
};

/** The commitments: who has promised what until when, what stands of it, and whether the public reads it. */
export function CommitmentsTable({ rows, at, today }: { rows: readonly Row[]; at: Date; today: string }) {
  const t = useTranslations("commitments");
  const locale = useLocale();
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("commitment")}</Th>
          <Th>{t("form.owners")}</Th>
          <Th>{t("form.dueOn")}</Th>
          <Th>{t("stands")}</Th>
          <Th>{t("visibility")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, owners, dueOn, stands, publicFrom, withdrawnAt, ...row }) => {
          const title = pick(row.title, locale);
          const publication = publicFrom ? { publicFrom, withdrawnAt } : undefined;
          return (
            <Tr key={id}>
              <Td className="min-w-56 [overflow-wrap:anywhere]">
                <Link
                  className="link-quiet font-medium"
                  lang={langOf(title, locale)}
                  href={`/${locale}/organize/commitments/${id}` as Route}
                >
                  {title.text}
                </Link>
              </Td>
              <Td className="min-w-32">
                {owners
                  .toSorted(byNameIn(locale))
                  .map((one) => pick(one.name, locale).text)
                  .join(", ")}
              </Td>
              <Td className="whitespace-nowrap">{dueOn && formatDay(dueOn, locale)}</Td>
              <Td>
                <Stands stands={stands} dueOn={dueOn} today={today} />
              </Td>
              <Td>
                <StatusBadge of="publicationState" state={publicationState(publication, at)} />
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
