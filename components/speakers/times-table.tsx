import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { clockText } from "@/domain/speakers/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { Table, Td, Th, Tr } from "../ui/table";

type Props = { rows: { organisationId: string; name: Localized; times: number; ms: number }[] };

/** How long each delegation has spoken at the event, as bars and figures. */
export function TimesTable({ rows }: Props) {
  const locale = useLocale();
  const t = useTranslations("speakers.times");
  const most = Math.max(1, ...rows.map((row) => row.ms));
  if (rows.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("delegation")}</Th>
          <Th>{t("count")}</Th>
          <Th>{t("time")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = pick(row.name, locale);
          return (
            <Tr key={row.organisationId}>
              <Td lang={langOf(name, locale)}>{name.text}</Td>
              <Td className="tabular-nums">{row.times}</Td>
              <Td className="w-1/2 tabular-nums">
                {clockText(row.ms)}
                <span
                  aria-hidden
                  className="mt-1 block h-1 bg-accent"
                  style={{ width: `${(row.ms / most) * 100}%` }}
                />
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
