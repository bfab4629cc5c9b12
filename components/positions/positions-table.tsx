"use client";

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { PositionKind } from "@/db/enums";
import { withdrawPositionInput } from "@/domain/positions/input";
import { positionState } from "@/domain/positions/rules";
import type { FormAction } from "@/lib/form";
import { formatDay } from "@/lib/time";
import { ConfirmDialog } from "../form/confirm-dialog";
import { Badge } from "../ui/badge";
import { Table, Td, Th, Tr } from "../ui/table";

type Row = {
  id: string;
  name: string;
  kind: PositionKind;
  givenOn: string;
  withdrawnOn: string | null;
  verifiedAt: Date | null;
  verifiedBy: string;
  authority: string;
  text: string;
  /** The paragraphs it names, as they are spoken of. */
  paragraphs: string;
  evidence: string | undefined;
};
type Props = {
  id: string;
  today: string;
  rows: Row[];
  mayRecord: boolean;
  mayWithdraw: boolean;
  /** Where a position is changed. */
  base: string;
  action: FormAction;
};

const tones = { to_verify: "warning", live: "success", withdrawn: "neutral" } as const;

/** Positions on a statement, each with its state. */
export function PositionsTable({ id, today, rows, mayRecord, mayWithdraw, base, action }: Props) {
  const t = useTranslations("positions");
  const kinds = useTranslations("enums.positionKind");
  const locale = useLocale();
  return (
    <Table label={t("table")}>
      <thead>
        <tr>
          <Th>{t("column.organisation")}</Th>
          <Th>{t("column.position")}</Th>
          <Th>{t("column.state")}</Th>
          <Th>{t("column.givenOn")}</Th>
          <Th>{t("column.withdrawnOn")}</Th>
          <Th>{t("column.authority")}</Th>
          <Th>
            <span className="sr-only">{t("column.steps")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="font-medium">{row.name}</Td>
            <Td>
              {kinds(row.kind)}
              {row.paragraphs && <span className="block text-muted text-xs">{row.paragraphs}</span>}
              {row.text && (
                <span className="block max-w-[40ch] whitespace-pre-line text-muted text-xs">{row.text}</span>
              )}
            </Td>
            <Td>
              <Badge tone={tones[positionState(row)]}>{t(`state.${positionState(row)}`)}</Badge>
              {row.verifiedBy && (
                <span className="block text-muted text-xs">{t("verifiedBy", { name: row.verifiedBy })}</span>
              )}
            </Td>
            <Td className="whitespace-nowrap tabular-nums">{formatDay(row.givenOn, locale)}</Td>
            <Td className="whitespace-nowrap tabular-nums">
              {row.withdrawnOn && formatDay(row.withdrawnOn, locale)}
            </Td>
            <Td>
              {row.authority}
              {row.evidence && (
                <a className="link block" href={row.evidence} download>
                  {t("evidence")} <span className="sr-only">{row.name}</span>
                </a>
              )}
            </Td>
            <Td className="whitespace-nowrap text-end">
              {mayRecord && !row.withdrawnOn && (
                <Link className="link me-3" href={`${base}?change=${row.id}#record` as Route}>
                  {t("changeIt")} <span className="sr-only">{row.name}</span>
                </Link>
              )}
              {mayWithdraw && !row.withdrawnOn && (
                <ConfirmDialog
                  trigger={t("withdraw.confirm")}
                  triggerProps={{
                    size: "small",
                    look: "quiet",
                    // On the line of the row's words, which it does not make higher.
                    className: "-my-1.5",
                    "aria-label": t("withdraw.of", { name: row.name }),
                  }}
                  title={t("withdraw.title", { name: row.name })}
                  action={action}
                  schema={withdrawPositionInput as never}
                  values={{ id, positionId: row.id, withdrawnOn: today }}
                  consequence={<p>{t("withdraw.consequence", { day: formatDay(today, locale) })}</p>}
                  confirm={t("withdraw.confirm")}
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
