"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "../../form/refusal-notice";
import { Notice } from "../../ui/notice";

/** What became of one row of a decision for several. */
export type RowReport = {
  id: string;
  name: string;
  refusal?: string;
  details?: Record<string, string | number>;
};

/** What a decision for several has done, and which rows it was refused for, by name and with why. */
export function SeveralReport({ report }: { report: RowReport[] }) {
  const t = useTranslations("participations.several");
  const refusalText = useRefusalText();
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
                {row.name}: {refusalText(row.refusal ?? "", row.details)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Notice>
  );
}
