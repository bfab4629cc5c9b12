import { getLocale, getTranslations } from "next-intl/server";
import { ObstacleList } from "@/components/releases/obstacle-list";
import {
  CancelStep,
  PublishStep,
  RehearseStep,
  ScheduleStep,
  UndoStep,
  UnscheduleStep,
} from "@/components/releases/release-steps";
import type { Release } from "@/components/releases/types";
import { Time } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import type { OrganizerRelease } from "@/domain/releases/queries";
import { isWaiting } from "@/domain/releases/rules";
import { formatInstant, instantToLocal } from "@/lib/time";
import {
  cancelReleaseAction,
  publishReleaseAction,
  rehearseAction,
  scheduleAction,
  undoAction,
  unscheduleAction,
} from "../actions";

type Props = { actor: Actor; release: OrganizerRelease; shown: Release };

/** Where a release stands: when it goes out or went, everything that stands in the way, and the steps from there. */
export async function Standing({ actor, release, shown }: Props) {
  const [t, enums, locale] = await Promise.all([
    getTranslations("releases"),
    getTranslations("enums.unpublishReason"),
    getLocale(),
  ]);
  const { state, zone, obstacles } = release;
  const when = release.publicFrom ?? release.scheduledFor;
  const open = state === "draft" || isWaiting(state);
  const clear = open && obstacles.length === 0;
  const local = release.scheduledFor ? instantToLocal(release.scheduledFor, zone) : "";
  return (
    <Section title={t("schedule.title")}>
      <div className="space-y-6">
        {when && (
          <p className="text-sm">
            {state === "released" || state === "undone" ? t("since") : t("planned")}{" "}
            <strong className="font-medium">
              <Time at={when} zone={zone} />
            </strong>
            {zone !== "UTC" && (
              <span className="text-muted">
                {" "}
                ({t("utc", { time: formatInstant(when, "UTC", locale).replace(/ UTC$/, "") })})
              </span>
            )}
            {isWaiting(state) && release.by && (
              <span className="block text-muted">{t("by", { name: release.by })}</span>
            )}
          </p>
        )}
        {state === "late" && (
          <Notice tone="danger" title={t("lateNotice")}>
            {release.kept.length > 0 && (
              <>
                <p>{t("heldBack")}</p>
                <ObstacleList obstacles={release.kept} items={shown.items} />
              </>
            )}
          </Notice>
        )}
        {state === "ready" && <Notice>{t("readyNotice")}</Notice>}
        {state === "undone" && release.undoneKind && (
          <Notice tone="warning" title={`${t("undone")}: ${enums(release.undoneKind)}`}>
            <p className="break-words">{t("undoneBecause", { reason: release.undoneReason })}</p>
          </Notice>
        )}
        {open && obstacles.length > 0 && (
          <Notice tone="warning" title={t("inTheWay")}>
            <ObstacleList obstacles={obstacles} items={shown.items} />
          </Notice>
        )}
        {clear && (
          <Notice tone="success" title={t("ready.title")}>
            <p>{t("ready.text", { count: shown.items.length })}</p>
          </Notice>
        )}
        <div key={release.revision} className="space-y-6">
          {clear && can(actor, "release.schedule") && (
            <ScheduleStep release={shown} local={local} action={scheduleAction} />
          )}
          <div className="flex flex-wrap items-start gap-2">
            {clear && can(actor, "release.publish") && (
              <PublishStep release={shown} action={publishReleaseAction} />
            )}
            {isWaiting(state) && can(actor, "release.schedule") && (
              <UnscheduleStep release={shown} action={unscheduleAction} />
            )}
            {(open || state === "ready") && can(actor, "release.cancel") && (
              <CancelStep release={shown} action={cancelReleaseAction} />
            )}
            {state === "released" && can(actor, "release.undo") && (
              <UndoStep release={shown} told={release.toldAt !== null} action={undoAction} />
            )}
          </div>
        </div>
        {(open || state === "ready") && can(actor, "release.rehearse") && (
          <div className="space-y-3">
            <h3 className="text-lg">{t("rehearse.title")}</h3>
            <p className="measure text-sm">{t("rehearse.text")}</p>
            {clear || state === "ready" ? (
              <RehearseStep release={shown} action={rehearseAction} />
            ) : (
              <p className="text-muted text-sm">{t("rehearse.obstacles")}</p>
            )}
          </div>
        )}
      </div>
    </Section>
  );
}
