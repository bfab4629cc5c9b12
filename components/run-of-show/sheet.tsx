import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { Localized } from "@/db/enums";
import { type Line, nowAfter } from "@/domain/run-of-show/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatClock, formatClockRange, formatDay, zoneName } from "@/lib/time";
import { CueLine, cueColumns, type SheetRow } from "./cue-line";

/** An item, as the sheet shows it between its rows. */
export type SheetItem = {
  id: string;
  title: Localized;
  startsAt: Date | null;
  endsAt: Date | null;
  room: string | null;
};

type Props = {
  days: { day: string; lines: Line<SheetItem, SheetRow>[] }[];
  untimed: SheetRow[];
  zone: string;
  at: Date;
  /** The button that ticks a row, for those who may. */
  tick: (row: SheetRow) => ReactNode;
  /** The addresses that open a form in the sheet, for those who may change it. */
  links?: {
    edit: (rowId: string) => string;
    add: (itemId: string) => string;
    copy: (itemId: string) => string;
  };
  /** What is open in place of a row or under an item. */
  open?: { under: string; form: ReactNode };
};

/** The run of show, a part for each day; on paper each day begins a page. */
export function Sheet({ days, untimed, zone, at, tick, links, open }: Props) {
  const t = useTranslations("runOfShow");
  const locale = useLocale();
  const line = (row: SheetRow) =>
    open?.under === row.id ? (
      <li id={`cue-${row.id}`} className="scroll-mt-4 border-accent border-s-4 bg-sunken p-4">
        {open.form}
      </li>
    ) : (
      <CueLine row={row} zone={zone} at={at} tick={tick(row)} edit={links?.edit(row.id)} />
    );
  return (
    <>
      {days.map(({ day, lines }, index) => {
        const mark = nowAfter(day, lines, zone, at);
        return (
          <section
            key={day}
            aria-labelledby={`day-${day}`}
            className={index > 0 ? "mb-10 print:break-before-page" : "mb-10"}
          >
            <h2 id={`day-${day}`} className="mb-1 text-lg">
              {formatDay(day, locale, { weekday: true })}
            </h2>
            <p className="mb-2 text-muted text-xs">
              {t("timesIn", { zone: zoneName(zone, lines[0]?.at ?? at) })}
            </p>
            <Columns />
            <ol>
              {lines.map((one, place) => (
                <Fragment key={one.kind === "item" ? one.item.id : one.row.id}>
                  {mark === place && <Now zone={zone} at={at} />}
                  {one.kind === "row" ? (
                    line(one.row)
                  ) : (
                    <ItemLine item={one.item} zone={zone} links={links} open={open} />
                  )}
                </Fragment>
              ))}
              {mark === lines.length && <Now zone={zone} at={at} />}
            </ol>
          </section>
        );
      })}
      {untimed.length > 0 && (
        <section aria-labelledby="untimed" className="mb-10">
          <h2 id="untimed" className="text-lg">
            {t("untimed")}
          </h2>
          <p className="measure mb-2 text-muted text-sm">{t("untimedHelp")}</p>
          <ol>
            {untimed.map((row) => (
              <Fragment key={row.id}>{line(row)}</Fragment>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** The names of the columns, where there are columns; a reader of the page hears them with each row. */
function Columns() {
  const t = useTranslations("runOfShow");
  return (
    <div
      aria-hidden
      className={`hidden gap-x-3 border-edge border-b py-1 font-medium text-muted text-xs sm:grid ${cueColumns}`}
    >
      <span className="print:hidden" />
      <span>{t("time")}</span>
      <span>{t("cue")}</span>
      <span>{t("owner")}</span>
      <span>{t("place")}</span>
      <span />
    </div>
  );
}

function ItemLine({ item, zone, links, open }: { item: SheetItem } & Pick<Props, "zone" | "links" | "open">) {
  const t = useTranslations("runOfShow");
  const locale = useLocale();
  const title = pick(item.title, locale);
  return (
    <li
      id={`item-${item.id}`}
      className="scroll-mt-4 border-edge border-t bg-sunken px-3 py-2 print:break-after-avoid"
    >
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="text-sm tabular-nums">
          {item.startsAt && item.endsAt && formatClockRange(item.startsAt, item.endsAt, zone, locale)}
        </span>
        <h3 className="wrap-anywhere text-base" lang={langOf(title, locale)}>
          {title.text}
        </h3>
        {item.room && <span className="text-muted text-sm">{item.room}</span>}
        {links && (
          <span className="ms-auto flex gap-4 text-sm print:hidden">
            <Link className="link min-h-6" href={links.add(item.id) as Route}>
              {t("addTo")}
              <span className="sr-only"> {title.text}</span>
            </Link>
            <Link className="link min-h-6" href={links.copy(item.id) as Route}>
              {t("copyFrom")}
              <span className="sr-only"> {title.text}</span>
            </Link>
          </span>
        )}
      </div>
      {open?.under === item.id && <div className="mt-4">{open.form}</div>}
    </li>
  );
}

/** Where the day is at the moment. */
function Now({ zone, at }: { zone: string; at: Date }) {
  const t = useTranslations("runOfShow");
  const locale = useLocale();
  return (
    <li className="border-accent border-t-2 py-0.5 font-medium text-accent text-xs print:hidden">
      {t("now", { time: formatClock(at, zone, locale) })}
    </li>
  );
}
