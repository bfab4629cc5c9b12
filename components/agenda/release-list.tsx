import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import type { ChangeKind } from "@/domain/agenda/rules";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { Time } from "../time";
import { ReleaseAgainDialog } from "./release-dialog";

type Counts = [ChangeKind, number][];
type Release = {
  number: number;
  note: Localized;
  againOf: number | null;
  releasedAt: Date;
  by: string | null;
  standing: "out" | "pending" | "withdrawn";
  changed: Counts;
  back: Counts;
};

type Props = {
  releases: Release[];
  /** The number of the one that is the agenda now. */
  latest: number;
  event: { id: string; zone: string };
  /** The public address of the agenda, where the event is public. */
  address?: string;
  /** Absent where nothing is released any more. */
  again?: FormAction;
};

/** The releases of an agenda, latest first: when, by whom, what changed, and the way back to each. */
export function ReleaseList({ releases, latest, event, address, again }: Props) {
  const locale = useLocale();
  const t = useTranslations("agenda.release");
  const changes = useCounts();
  return (
    <ol>
      {releases.map((release) => {
        const note = pick(release.note, locale);
        return (
          <li
            key={release.number}
            className="flex flex-wrap gap-x-6 gap-y-2 border-rule border-t py-3 text-sm"
          >
            <div className="min-w-0 grow basis-72 space-y-0.5">
              <p className="font-medium">
                {t("number", { number: release.number })}
                {release.againOf !== null && (
                  <span className="font-normal text-muted"> {t("againOf", { number: release.againOf })}</span>
                )}
                {release.standing !== "out" && (
                  <span className="font-normal text-muted"> {t(`standing.${release.standing}`)}</span>
                )}
              </p>
              <p className="text-muted">
                <Time at={release.releasedAt} zone={event.zone} />
                {release.by && `, ${release.by}`}
              </p>
              {note.text && <p lang={langOf(note, locale)}>{note.text}</p>}
              <p>{changes(release.changed)}</p>
            </div>
            <div className="flex flex-wrap items-start gap-3">
              {address && release.standing === "out" && (
                <Link className="link min-h-6" href={`${address}/releases/${release.number}` as Route}>
                  {t("read", { number: release.number })}
                </Link>
              )}
              {again && release.standing === "out" && release.back.length > 0 && (
                <ReleaseAgainDialog
                  key={latest}
                  values={{ eventId: event.id, after: latest, number: release.number }}
                  consequence={
                    <>
                      <p>{t("againConsequence", { number: release.number, next: latest + 1 })}</p>
                      <p>{changes(release.back)}</p>
                    </>
                  }
                  action={again}
                />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** How many items are new, moved and so on, in one line. */
function useCounts() {
  const t = useTranslations("agenda.changes");
  return (counts: Counts) =>
    counts.map(([kind, count]) => t(`counted.${kind}`, { count })).join(" · ") || t("nothing");
}
