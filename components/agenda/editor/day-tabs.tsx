"use client";

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/time";
import { cn } from "../../ui/cn";

type Props = { days: string[]; day: string; base: string; over: string | undefined };

/** The days of the draft; an item can be dropped on one. */
export function DayTabs({ days, day, base, over }: Props) {
  const locale = useLocale();
  const t = useTranslations("agenda.view");
  return (
    <nav aria-label={t("days")} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {days.map((one) => (
          <li key={one} data-day={one}>
            <Link
              href={`${base}?day=${one}` as Route}
              aria-current={one === day ? "page" : undefined}
              draggable={false}
              scroll={false}
              className={cn(
                "inline-block rounded-sm border px-3 py-1.5 text-sm no-underline",
                one === day ? "border-accent bg-accent-soft font-medium" : "border-edge hover:bg-sunken",
                one === over && "bg-accent-soft",
              )}
            >
              {formatDay(one, locale, { weekday: true })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
