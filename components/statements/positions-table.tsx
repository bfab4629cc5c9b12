"use client";

import { useLocale, useTranslations } from "next-intl";
import type { PositionKind } from "@/db/enums";
import { withdrawPositionInput } from "@/domain/statements/input";
import type { FormAction } from "@/lib/form";
import { formatDay } from "@/lib/time";
import { ConfirmDialog } from "../form/confirm-dialog";
import { Table, Td, Th, Tr } from "../ui/table";

type Row = {
  id: string;
  name: string;
  kind: PositionKind;
  givenOn: string;
  withdrawnOn: string | null;
  authority: string;
  text: string;
};
type Props = { id: string; today: string; rows: Row[]; mayWithdraw: boolean; action: FormAction };

/** Every position on a statement, also those that have ended. */
export function PositionsTable({ id, today, rows, mayWithdraw, action }: Props) {
  const t = useTranslations("statements.position");
  const kinds = useTranslations("enums.positionKind");
  const locale = useLocale();
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("organisation")}</Th>
          <Th>{t("kind")}</Th>
          <Th>{t("givenOn")}</Th>
          <Th>{t("withdrawnOn")}</Th>
          <Th>{t("authority")}</Th>
          <Th>
            <span className="sr-only">{t("withdraw")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="font-medium">{row.name}</Td>
            <Td>
              {kinds(row.kind)}
              {row.text && (
                <span className="block max-w-[40ch] whitespace-pre-line text-muted text-xs">{row.text}</span>
              )}
            </Td>
            <Td className="whitespace-nowrap tabular-nums">{formatDay(row.givenOn, locale)}</Td>
            <Td className="whitespace-nowrap tabular-nums">
              {row.withdrawnOn && formatDay(row.withdrawnOn, locale)}
            </Td>
            <Td>{row.authority}</Td>
            <Td className="whitespace-nowrap text-end">
              {mayWithdraw && !row.withdrawnOn && (
                <ConfirmDialog
                  trigger={t("withdraw")}
                  triggerProps={{
                    size: "small",
                    look: "quiet",
                    // On the line of the row's words, which it does not make higher.
                    className: "-my-1.5",
                    "aria-label": t("withdrawOf", { name: row.name }),
                  }}
                  title={t("withdrawTitle", { name: row.name })}
                  action={action}
                  schema={withdrawPositionInput as never}
                  values={{ id, positionId: row.id, withdrawnOn: today }}
                  consequence={<p>{t("withdrawConsequence", { day: formatDay(today, locale) })}</p>}
                  confirm={t("withdraw")}
                  danger
                />
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
