import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Table, Td, Th, Tr } from "../ui/table";
import { Bar } from "./bar";

type Row = { key: string; label: string; approved: number; pending: number; href?: string };

type Props = {
  /** What the rows are: the level, the class, the region. */
  title: string;
  rows: readonly Row[];
};

/** How many are approved and how many still open, row by row: a bar and its numbers. */
export function ShareTable({ title, rows }: Props) {
  const t = useTranslations("figures");
  const most = Math.max(1, ...rows.map((row) => row.approved + row.pending));
  if (rows.length === 0) return <p className="text-muted text-sm">{t("nobody")}</p>;
  return (
    <Table label={title}>
      <thead>
        <tr>
          <Th>
            <span className="sr-only">{title}</span>
          </Th>
          <Th className="w-1/3">
            <span className="sr-only">{t("bar")}</span>
          </Th>
          <Th className="text-end">{t("approved")}</Th>
          <Th className="text-end">{t("pending")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.key}>
            <Th scope="row" className="whitespace-normal border-rule font-normal text-ink text-sm">
              {row.href ? (
                <Link className="link-quiet" href={row.href as Route}>
                  {row.label}
                </Link>
              ) : (
                row.label
              )}
            </Th>
            <Td className="align-middle">
              <Bar
                parts={[
                  { share: row.approved / most, look: "full" },
                  { share: row.pending / most, look: "light" },
                ]}
              />
            </Td>
            <Td className="text-end">{row.approved}</Td>
            <Td className="text-end">{row.pending}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
