"use client";

import { useTranslations } from "next-intl";
import { Notice } from "../ui/notice";

/** What became of one row of a decision for several. */
export type RowReport = { id: string; refusal?: string };

/** What a decision for several has done, and which rows it was refused for, by name. */
export function SeveralReport({
  report,
  names,
}: {
  report: RowReport[];
  names: { id: string; name: string }[];
}) {
  const t = useTranslations("participations.several");
  const refusals = useTranslations("refusals");
  const refused = report.filter((row) => row.refusal);
  return (
    <Notice
      tone={refused.length > 0 ? "warning" : "success"}
      title={t("done", { count: report.length - refused.length })}
    >
      <div role="status">
        {refused.length > 0 && (
          <ul className="list-disc ps-5">
            {refused.map((row) => (
              <li key={row.id}>
                {names.find((one) => one.id === row.id)?.name}: {refusals(row.refusal as "not_found")}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Notice>
  );
}
