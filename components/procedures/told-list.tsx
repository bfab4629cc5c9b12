import { useLocale, useTranslations } from "next-intl";
import type { ProcedureNotice } from "@/db/enums";
import { formatInstant } from "@/lib/time";

type Told = { id: string; notice: ProcedureNotice; deadline: Date; reason: string; toldAt: Date };

/** What the entitled were told, and when. */
export function ToldList({ told, zone }: { told: readonly Told[]; zone: string }) {
  const t = useTranslations("procedures");
  const notices = useTranslations("enums.procedureNotice");
  const locale = useLocale();
  const when = (at: Date) => formatInstant(at, zone, locale);
  return (
    <ul className="text-sm">
      {told.map((one) => (
        <li key={one.id} className="border-rule border-t py-2">
          <p>
            {t("toldLine", { notice: notices(one.notice), when: when(one.toldAt) })}
            <span className="text-muted"> · {t("toldDeadline", { deadline: when(one.deadline) })}</span>
          </p>
          {one.reason && <p className="measure wrap-anywhere whitespace-pre-line text-muted">{one.reason}</p>}
        </li>
      ))}
    </ul>
  );
}
