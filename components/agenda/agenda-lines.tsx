import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import type { Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { byDay, formatClockRange, formatDay } from "@/lib/time";

type Line = {
  id: string;
  title: Localized;
  room: { name: string; building: string } | null;
  startsAt: Date;
  endsAt: Date;
};

type Props = {
  items: Line[];
  zone: string;
  /** Where an item's title leads, by its id. */
  href: (id: string) => string;
  /** Of links: another window, where the page stands in a frame. */
  target?: "_blank";
  /** Puts something around a day, or an item. */
  around?: (ids: string[], part: ReactNode) => ReactNode;
  /** Beside an item. */
  aside?: (item: Line, title: string) => ReactNode;
};

/** An agenda in few words, a line for each item, day by day. The zone is printed above it. */
export function AgendaLines({ items, zone, href, target, around = (_, part) => part, aside }: Props) {
  const locale = useLocale();
  return byDay(items, (item) => item.startsAt, zone).map(({ day, items: ofDay }) => (
    <div key={day}>
      {around(
        ofDay.map((item) => item.id),
        <section aria-labelledby={`day-${day}`} className="mb-6">
          <h2 id={`day-${day}`} className="mb-1 text-base">
            {formatDay(day, locale, { weekday: true })}
          </h2>
          <ul>
            {ofDay.map((item) => {
              const title = pick(item.title, locale);
              const line = (
                <div className="relative grid gap-x-4 border-rule border-t py-2 text-sm sm:grid-cols-[7rem_minmax(0,1fr)]">
                  <time dateTime={item.startsAt.toISOString()} className="text-muted">
                    {formatClockRange(item.startsAt, item.endsAt, zone, locale)}
                  </time>
                  <div className={aside ? "min-w-0 pe-20" : "min-w-0"}>
                    <a
                      className="link-quiet font-medium"
                      lang={langOf(title, locale)}
                      href={href(item.id)}
                      target={target}
                      rel={target && "noopener"}
                    >
                      {title.text}
                    </a>
                    {item.room && (
                      <span className="block text-muted">
                        {[item.room.name, item.room.building].filter(Boolean).join(", ")}
                      </span>
                    )}
                  </div>
                  {aside?.(item, title.text)}
                </div>
              );
              return <li key={item.id}>{around([item.id], line)}</li>;
            })}
          </ul>
        </section>,
      )}
    </div>
  ));
}
