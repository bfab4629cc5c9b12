import { useLocale, useTranslations } from "next-intl";
import type { AccessionState } from "@/db/enums";
import { formatDay } from "@/lib/time";
import { StatusBadge } from "../status-badge";

type Props = {
  application: {
    state: AccessionState;
    receivedOn: string;
    joinedOn: string | null;
    endReason: string;
    motivation: string;
    ownActions: string;
  };
};

/** Where an application stands, as whoever applied sees it, and what was written. */
export function OwnApplication({ application }: Props) {
  const { state, receivedOn, joinedOn, endReason, motivation, ownActions } = application;
  const t = useTranslations("application");
  const locale = useLocale();
  const day = joinedOn ? formatDay(joinedOn, locale) : "";
  return (
    <div className="space-y-6">
      <div className="space-y-2">
        <StatusBadge of="accessionState" state={state} />
        <p className="measure">{t(`state.${state}`, { day, reason: endReason })}</p>
        <p className="text-muted text-sm">{t("sentOn", { day: formatDay(receivedOn, locale) })}</p>
      </div>
      <details>
        <summary className="link inline-block min-h-6 text-sm">{t("said")}</summary>
        <dl className="mt-3 space-y-3 text-sm">
          <div>
            <dt className="text-muted">{t("motivation")}</dt>
            <dd className="measure whitespace-pre-wrap break-words">{motivation}</dd>
          </div>
          {ownActions && (
            <div>
              <dt className="text-muted">{t("ownActions")}</dt>
              <dd className="measure whitespace-pre-wrap break-words">{ownActions}</dd>
            </div>
          )}
        </dl>
      </details>
    </div>
  );
}
