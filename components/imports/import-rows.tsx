import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ImportResult, remarkParts } from "@/domain/imports/rules";
import { StatusBadge } from "../status-badge";
import { EmptyState } from "../ui/empty-state";
import { Table, Td, Th, Tr } from "../ui/table";

type Row = {
  number: number;
  cells: string[];
  result: string;
  remarks: string[];
  participationId: string | null;
};
type Props = { rows: Row[]; mapping: string[] /** Where the participants are. */; participants: string };

/** The rows of a list with what each comes to, and why in words. */
export function ImportRows({ rows, mapping, participants }: Props) {
  const t = useTranslations("imports");
  if (rows.length === 0) return <EmptyState title={t("report.none")} />;
  const cell = (row: Row, field: string) => row.cells[mapping.indexOf(field)] ?? "";
  const nameOf = (row: Row) =>
    cell(row, "name") || [cell(row, "givenName"), cell(row, "familyName")].filter(Boolean).join(" ");
  return (
    <Table label={t("report.rows")}>
      <thead>
        <tr>
          <Th className="text-end">{t("report.number")}</Th>
          <Th>{t("report.result")}</Th>
          <Th>{t("report.who")}</Th>
          <Th>{t("report.remarks")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.number}>
            <Td className="text-end tabular-nums">{t("number", { count: row.number })}</Td>
            <Td>
              {row.result !== "" && <StatusBadge of="importResult" state={row.result as ImportResult} />}
            </Td>
            <Td className="wrap-anywhere min-w-40">
              {row.participationId ? (
                <Link
                  className="link-quiet font-medium"
                  href={`${participants}/${row.participationId}` as Route}
                >
                  {nameOf(row) || cell(row, "email") || t("report.person")}
                </Link>
              ) : (
                <span className="font-medium">{nameOf(row)}</span>
              )}
              <span className="block text-muted text-xs">
                {[cell(row, "email"), cell(row, "organisation")].filter(Boolean).join(" · ")}
              </span>
            </Td>
            <Td className="min-w-48">
              <ul className="space-y-0.5">
                {row.remarks.map((remark) => (
                  <li key={remark}>
                    <RemarkWords remark={remark} />
                  </li>
                ))}
              </ul>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function RemarkWords({ remark }: { remark: string }) {
  const t = useTranslations("imports");
  const parts = remarkParts(remark);
  if (!parts) return null;
  return t(`remarks.${parts.code}`, { field: parts.field === "row" ? "" : t(`fields.${parts.field}`) });
}
