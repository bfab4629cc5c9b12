import { useLocale, useTranslations } from "next-intl";
import type { CommitmentProgress, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { Badge } from "../ui/badge";
import { Words } from "./words";

type Report = {
  id: string;
  progress: CommitmentProgress;
  text: Localized;
  eventTitle: Localized;
  reportedAt: Date;
  reportedBy: string;
  counts: boolean;
};

/** Every report of a commitment, the latest meeting first, also those that were put right since. */
export function ReportList({ reports, zone }: { reports: readonly Report[]; zone: string }) {
  const t = useTranslations("commitments.report");
  const locale = useLocale();
  if (reports.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul>
      {reports.map((report) => {
        const event = pick(report.eventTitle, locale);
        return (
          <li key={report.id} className="space-y-1 border-rule border-t py-3 first:border-t-0 first:pt-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-medium [overflow-wrap:anywhere]" lang={langOf(event, locale)}>
                {event.text}
              </span>
              <StatusBadge of="commitmentStanding" state={report.progress} />
              {!report.counts && <Badge>{t("corrected")}</Badge>}
            </p>
            <Words of={report.text} className="measure whitespace-pre-line text-sm" />
            <p className="text-muted text-sm">
              {report.reportedBy} · <Time at={report.reportedAt} zone={zone} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}
