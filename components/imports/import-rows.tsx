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
  return (
    <Table label={t("report.rows")}>
      <thead>
        <tr>
          <Th className="text-end">{t("report.number")}</Th>
          <Th>{t("report.result")}</Th>
          <Th>{t("report.who")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.number}>
            <Td className="text-end tabular-nums">{t("number", { count: row.number })}</Td>
            <Td>
              {row.result !== "" && <StatusBadge of="importResult" state={row.result as ImportResult} />}
            </Td>
            <Td className="wrap-anywhere w-full">
              <div className="grid gap-x-6 gap-y-1 md:grid-cols-2">
                <div>
                  <Person row={row} mapping={mapping} participants={participants} />
                </div>
                <ul className="space-y-0.5">
                  {row.remarks.map((remark) => (
                    <li key={remark}>
                      <RemarkWords remark={remark} />
                    </li>
                  ))}
                </ul>
              </div>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Whom a row is about, as the list calls them, with the way to them where they are there. */
function Person({ row, mapping, participants }: { row: Row; mapping: string[]; participants: string }) {
  const t = useTranslations("imports");
  const cell = (field: string) => row.cells[mapping.indexOf(field)] ?? "";
  const name = cell("name") || [cell("givenName"), cell("familyName")].filter(Boolean).join(" ");
  const called = name || cell("email") || t("report.person");
  return (
    <>
      {row.participationId ? (
        <Link className="link-quiet font-medium" href={`${participants}/${row.participationId}` as Route}>
          {called}
        </Link>
      ) : (
        <span className="font-medium">{called}</span>
      )}
      <span className="block text-muted text-xs">
        {[cell("email"), cell("organisation")].filter(Boolean).join(" · ")}
      </span>
    </>
  );
}

function RemarkWords({ remark }: { remark: string }) {
  const t = useTranslations("imports");
  const parts = remarkParts(remark);
  if (!parts) return null;
  return t(`remarks.${parts.code}`, { field: parts.field === "row" ? "" : t(`fields.${parts.field}`) });
}
