import { TriangleAlert } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CueAnchor, Localized } from "@/db/enums";
import { cueState, minutesLate } from "@/domain/run-of-show/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn, formatClock, formatDay } from "@/lib/time";
import { Badge } from "../ui/badge";

/** A row, as the sheet shows it. */
export type SheetRow = {
  id: string;
  revision: number;
  anchor: CueAnchor;
  itemId: string | null;
  item?: { title: Localized };
  offsetMinutes: number;
  planned: Date | null;
  plannedMinutes: number | null;
  cue: string;
  owner: string;
  place: string;
  note: string;
  doneAt: Date | null;
  doneByName: string | null;
};

type Props = { row: SheetRow; zone: string; at: Date; tick?: ReactNode; edit?: string };

/** The columns of a row where the page is wide enough for them, and of the line above them. */
export const cueColumns =
  "sm:grid-cols-[3rem_6rem_minmax(0,1fr)_9rem_8rem_4rem] print:grid-cols-[7rem_minmax(0,1fr)_8rem_8rem]";

/** One row: its planned and its actual time, the cue, who and where; a list to tick where the page is narrow. */
export function CueLine({ row, zone, at, tick, edit }: Props) {
  const t = useTranslations("runOfShow");
  const locale = useLocale();
  const state = cueState(row, at);
  return (
    <li
      id={`cue-${row.id}`}
      className={`grid scroll-mt-4 grid-cols-[3rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-rule border-t py-2 text-sm print:break-inside-avoid ${cueColumns}`}
    >
      <div className="row-span-4 sm:row-span-1 print:hidden">{tick}</div>
      <div className="tabular-nums">
        <p className="font-medium">
          {row.planned ? (
            <time dateTime={row.planned.toISOString()}>{formatClock(row.planned, zone, locale)}</time>
          ) : (
            t("noTime")
          )}
          {row.plannedMinutes && (
            <span className="ms-1 font-normal text-muted text-xs">
              {t("lasts", { minutes: row.plannedMinutes })}
            </span>
          )}
        </p>
        {row.doneAt && <Actual row={row} doneAt={row.doneAt} zone={zone} />}
        {state === "late" && row.planned && (
          <Badge tone="danger">
            <TriangleAlert aria-hidden />
            {t("late", { minutes: minutesLate(row.planned, at) })}
          </Badge>
        )}
      </div>
      <div className="min-w-0">
        <p className={state === "done" ? "text-muted" : "font-medium"}>{row.cue}</p>
        <HungOn row={row} />
        {row.note && <p className="whitespace-pre-line text-muted text-xs">{row.note}</p>}
      </div>
      <Labelled label={t("owner")}>{row.owner}</Labelled>
      <Labelled label={t("place")}>{row.place}</Labelled>
      <div className="col-start-2 sm:col-start-auto print:hidden">
        {edit && (
          <Link className="link inline-block min-h-6" href={edit as Route}>
            {t("edit")}
            <span className="sr-only"> {row.cue}</span>
          </Link>
        )}
      </div>
    </li>
  );
}

/** Minutes past which it is not told by how much something was apart from the plan, but on what day it was done. */
const farApart = 12 * 60;

/** When it was done in fact, and by how much that was not the plan. */
function Actual({ row, doneAt, zone }: { row: SheetRow; doneAt: Date; zone: string }) {
  const t = useTranslations("runOfShow");
  const locale = useLocale();
  const late = row.planned ? minutesLate(row.planned, doneAt) : 0;
  const far = Math.abs(late) >= farApart;
  return (
    <p className="text-xs" title={t("doneBy", { name: row.doneByName ?? "" })}>
      {t("done")}{" "}
      <time dateTime={doneAt.toISOString()}>
        {far && `${formatDay(dayIn(doneAt, zone), locale)}, `}
        {formatClock(doneAt, zone, locale)}
      </time>
      {late !== 0 && !far && <span className="ms-1 text-muted">{t("apart", { minutes: late })}</span>}
    </p>
  );
}

function HungOn({ row }: { row: SheetRow }) {
  const t = useTranslations("runOfShow");
  const locale = useLocale();
  if (row.anchor === "day") return null;
  if (!row.item) return <p className="text-muted text-xs">{t("itemGone")}</p>;
  const title = pick(row.item.title, locale);
  const where = row.offsetMinutes < 0 ? "before" : row.offsetMinutes > 0 ? "after" : "at";
  return (
    <p className="wrap-anywhere text-muted text-xs">
      {t(`${row.anchor}.${where}`, { minutes: Math.abs(row.offsetMinutes) })}{" "}
      <span lang={langOf(title, locale)}>{title.text}</span>
    </p>
  );
}

function Labelled({ label, children }: { label: string; children: string }) {
  if (!children) return <div className="hidden sm:block" />;
  return (
    <p className="col-start-2 min-w-0 sm:col-start-auto">
      <span className="text-muted sm:sr-only">{label}: </span>
      {children}
    </p>
  );
}
