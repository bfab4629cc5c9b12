import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { CopyForm } from "@/components/run-of-show/copy-form";
import { CueForm } from "@/components/run-of-show/cue-form";
import { RemoveCue } from "@/components/run-of-show/remove-cue";
import { LinkButton } from "@/components/ui/link-button";
import { eventDays } from "@/domain/check-ins/rules";
import { asForm, ownersOf } from "@/domain/run-of-show/rules";
import { pick } from "@/lib/i18n/pick";
import { dayIn, formatClock, formatDay } from "@/lib/time";
import { addCueAction, copyCuesAction, editCueAction, removeCueAction } from "./actions";
import type { Show, showAsked } from "./show";

type Props = { show: Show; asked: z.output<typeof showAsked>; base: string };

/** The form that the address opens in the sheet: a new row, a row to change, or rows to copy. */
export function Panel({ show, asked, base }: Props) {
  const locale = useLocale();
  const t = useTranslations("common");
  const { event, items, rows } = show;
  const choices = {
    items: items.map(({ id, title, startsAt }) => ({
      value: id,
      label: [startsAt && formatDayClock(startsAt, event.zone, locale), pick(title, locale).text]
        .filter(Boolean)
        .join(" · "),
    })),
    days: eventDays(event).map((day) => ({ value: day, label: formatDay(day, locale, { weekday: true }) })),
    owners: ownersOf(rows, locale),
    zone: event.zone,
  };
  const row = rows.find((one) => one.id === asked.edit);
  const fresh = { cue: "", owner: "", place: "", note: "", plannedMinutes: "", offsetMinutes: 0, clock: "" };
  const day = choices.days[0]?.value ?? dayIn(event.startsAt, event.zone);
  const added = {
    eventId: event.id,
    ...fresh,
    day,
    anchor: asked.add === "day" ? "day" : "item_start",
    itemId: asked.add === "day" ? "" : (asked.add ?? ""),
  };
  return (
    <div className="space-y-4">
      {row && (
        <CueForm
          {...choices}
          values={{
            id: row.id,
            revision: row.revision,
            eventId: event.id,
            ...asForm(row),
            day: row.day ?? day,
          }}
          action={editCueAction}
        />
      )}
      {asked.add && <CueForm {...choices} values={added} action={addCueAction} />}
      {asked.copy && (
        <CopyForm
          fromItemId={asked.copy}
          count={rows.filter((one) => one.itemId === asked.copy).length}
          items={choices.items}
          action={copyCuesAction}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <LinkButton look="quiet" size="small" href={base as never}>
          {t("cancel")}
        </LinkButton>
        {row && (
          <RemoveCue row={{ id: row.id, revision: row.revision }} cue={row.cue} action={removeCueAction} />
        )}
      </div>
    </div>
  );
}

const formatDayClock = (at: Date, zone: string, locale: string) =>
  `${dayIn(at, zone)} ${formatClock(at, zone, locale)}`;
