"use client";

import type { ReactNode } from "react";
import { dayName, groupByDay } from "./days";
import { useChosenZone } from "./zone-switch";

type Props = {
  entries: { id: string; startsAt: string; entry: ReactNode }[];
  zone: string;
  locale: string;
};

/** Entries day by day: in the event's zone, and regrouped once the reader asks for their own. */
export function DayGroups({ entries, zone, locale }: Props) {
  const chosen = useChosenZone() ?? zone;
  return groupByDay(entries, chosen).map(({ day, items }) => (
    <section key={day} aria-labelledby={`day-${day}`}>
      <h3 id={`day-${day}`} className="mb-1 text-lg">
        {dayName(day, locale)}
      </h3>
      <ol>
        {items.map((item) => (
          <li
            key={item.id}
            id={`item-${item.id}`}
            className="relative grid scroll-mt-4 gap-x-6 gap-y-1 border-rule border-t py-3 sm:grid-cols-[13rem_minmax(0,1fr)] print:break-inside-avoid"
          >
            {item.entry}
          </li>
        ))}
      </ol>
    </section>
  ));
}
