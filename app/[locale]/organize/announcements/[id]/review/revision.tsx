import type { Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { RemarkForm, ReviewStepForm } from "@/components/announcements/review/forms";
import { Time } from "@/components/time";
import { Badge, type Tone } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/db/enums";
import { type Actor, actorId } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import {
  obstaclesToApproving,
  obstaclesToSubmitting,
  type ReviewState,
} from "@/domain/announcements/review/rules";
import { approveAnnouncementAction, remarkAnnouncementAction, submitAnnouncementAction } from "./actions";

type Props = {
  id: string;
  actor: Actor;
  head: {
    id: string;
    locale: Locale;
    number: number;
    savedAt: Date;
    savedBy: string | null;
    savedByName: string;
  };
  state: ReviewState;
  /** The number of the latest revision of its language. */
  newest: number;
  /** Why it went out without a second pair of eyes; empty where it did not. */
  forcedReason: string;
  zone: string;
};

const tones: Record<ReviewState, Tone> = {
  draft: "neutral",
  submitted: "warning",
  returned: "danger",
  approved: "success",
};

/** One revision: where it stands with a second pair of eyes, and what its reader may do about it. */
export async function ReviewedRevision({ id, actor, head, state, newest, forcedReason, zone }: Props) {
  const [t, locale] = await Promise.all([getTranslations("announcements.review"), getLocale()]);
  const isNewest = head.number === newest;
  const facts = { state, savedBy: head.savedBy, by: actorId(actor), forced: forcedReason !== "" };
  const obstacles = obstaclesToApproving(facts);
  const values = { id, revisionId: head.id };
  const { number } = head;
  return (
    <div className="space-y-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className="font-medium">{t("revision", { number })}</span>
        <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
        <span className="text-muted">
          {t("savedBy", { name: head.savedByName })} <Time at={head.savedAt} zone={zone} />
        </span>
        {isNewest && (
          <Link
            className="link"
            href={`/${locale}/organize/announcements/${id}/preview/${head.locale}` as Route}
          >
            {t("read")}
          </Link>
        )}
      </p>
      {forcedReason && (
        <Notice tone="danger" title={t("unreviewed")}>
          {t("forced", { number, reason: forcedReason })}
        </Notice>
      )}
      {!isNewest && <Notice>{t("newer", { number: newest })}</Notice>}
      <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
        {isNewest && obstaclesToSubmitting(state).length === 0 && can(actor, "announcement.submit") && (
          <ReviewStepForm
            key={`submit ${state}`}
            values={values}
            label={t("submit")}
            secondary={obstacles.length === 0}
            action={submitAnnouncementAction}
          />
        )}
        {obstacles.length === 0 && can(actor, "announcement.approve") && (
          <ReviewStepForm
            key={`approve ${state}`}
            values={values}
            label={t("approve")}
            help={t("approveHelp", { number })}
            action={approveAnnouncementAction}
          />
        )}
      </div>
      {obstacles.includes("own_text") && state === "submitted" && (
        <p className="measure text-muted text-sm">{t("own")}</p>
      )}
      {state !== "approved" && can(actor, "announcement.remark") && (
        <RemarkForm values={values} returnable={state === "submitted"} action={remarkAnnouncementAction} />
      )}
    </div>
  );
}
