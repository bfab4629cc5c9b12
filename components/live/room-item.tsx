"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { delayInput, runInput } from "@/domain/agenda/input";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatClock, formatClockRange } from "@/lib/time";
import { ConfirmDialog } from "../form/confirm-dialog";
import { TextField } from "../form/text-field";
import { StepForm } from "../speakers/step-form";

export type RoomItem = {
  id: string;
  title: Localized;
  room: { name: string } | null;
  startsAt: string;
  endsAt: string;
  startedAt: string | null;
  endedAt: string | null;
  plannedStartsAt: string;
  revision: number;
};

type Props = {
  eventId: string;
  item: RoomItem;
  zone: string;
  /** The number of the release that is shown; a delay follows it. */
  release: number;
  /** How many items of the day a delay from here would move. */
  following: number;
  actions?: Record<"begin" | "finish" | "delay", FormAction>;
  /** Its speakers' list. */
  list?: string;
};

/** An item as the desk of the chair sees it: planned and actual, and what can be done now. */
export function RoomItemLine({ eventId, item, zone, release, following, actions, list }: Props) {
  const locale = useLocale();
  const t = useTranslations("live");
  const title = pick(item.title, locale);
  const clock = (instant: string) => formatClock(new Date(instant), zone, locale);
  const step = { schema: runInput, values: { eventId, itemId: item.id, revision: item.revision } };
  return (
    <div className="wrap-anywhere space-y-2 py-3">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="text-muted tabular-nums">
          {formatClockRange(new Date(item.startsAt), new Date(item.endsAt), zone, locale)}
        </span>
        <span lang={langOf(title, locale)} className="font-medium">
          {title.text}
        </span>
        {item.room && <span className="text-muted text-sm">{item.room.name}</span>}
        {item.startedAt && (
          <span className="text-sm">
            {t("begunPlanned", { time: clock(item.startedAt), planned: clock(item.plannedStartsAt) })}
          </span>
        )}
        {item.endedAt && <span className="text-sm">{t("endedAt", { time: clock(item.endedAt) })}</span>}
        {list && (
          <a className="link inline-block min-h-6 text-sm" href={list}>
            {t("listOf", { title: title.text })}
          </a>
        )}
      </p>
      {actions && (
        <div key={`${item.revision} ${release}`} className="flex flex-wrap items-start gap-2">
          {(!item.startedAt || item.endedAt) && (
            <StepForm
              {...step}
              action={actions.begin}
              look={item.endedAt ? "quiet" : "primary"}
              label={t(item.endedAt ? "goOnWith" : "beginOf", { title: title.text })}
            >
              {item.endedAt ? t("goOn") : t("begin")}
            </StepForm>
          )}
          {item.startedAt && !item.endedAt && (
            <StepForm
              {...step}
              action={actions.finish}
              look="primary"
              label={t("finishOf", { title: title.text })}
            >
              {t("finish")}
            </StepForm>
          )}
          {!item.endedAt && (
            <ConfirmDialog
              trigger={t("delay.button")}
              triggerProps={{ "aria-label": t("delay.title", { title: title.text }) }}
              title={t("delay.title", { title: title.text })}
              action={actions.delay}
              schema={delayInput as never}
              values={{ eventId, itemId: item.id, after: release }}
              initial={{ minutes: 15 }}
              consequence={<p>{t("delay.consequence", { count: following })}</p>}
              confirm={t("delay.confirm")}
            >
              <TextField name="minutes" type="number" min={1} max={240} label={t("delay.minutes")} />
            </ConfirmDialog>
          )}
        </div>
      )}
    </div>
  );
}
