"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Locale } from "@/db/enums";
import { type LiveView, standing } from "@/domain/live/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn, formatClock, formatClockRange, formatDay, zoneName } from "@/lib/time";
import { FloorClock } from "./floor-clock";
import { useClock } from "./use-clock";
import { useLive } from "./use-live";

type Props = { slug: string; locale: Locale; first: LiveView; serverNow: number };

/** What the wall of the room shows: who has the floor and how long still, what is under way, what is next. No controls. */
export function LiveScreen({ slug, locale, first, serverNow: made }: Props) {
  const t = useTranslations("live");
  const { view, cut, gone, serverNow } = useLive(slug, locale, first, made);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew with every view, and not with every look at it.
  const origin = useMemo(() => serverNow, [view]);
  const at = new Date(useClock(origin, 1_000));
  const { now, next } = standing(view.items, at);
  const title = pick(view.title, locale);
  const spoken = now.find((item) => item.floor);
  const speaker = spoken?.floor && pick(spoken.floor.organisation, locale);
  return (
    <main
      id="content"
      className="wrap-anywhere flex min-h-dvh flex-col justify-between gap-8 bg-paper p-[4vmin] text-ink"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 text-[2.6vmin] text-muted">
        <h1 lang={langOf(title, locale)} className="text-[3vmin]">
          {title.text}
        </h1>
        <p suppressHydrationWarning className="tabular-nums">
          {formatClock(at, view.zone, locale)} {zoneName(view.zone, at)}
          {cut && <span className="ms-4 text-warning">{t("cut")}</span>}
        </p>
      </header>
      {gone ? (
        <p className="text-[5vmin]">{t("gone")}</p>
      ) : (
        <div className="space-y-[4vmin]">
          {spoken?.floor && speaker && (
            <section aria-label={t("floor")} className="space-y-[2vmin]">
              <p className="text-[3vmin] text-muted">{t("floor")}</p>
              <p className="font-serif text-[8vmin] leading-tight">
                <span lang={langOf(speaker, locale)}>{speaker.text}</span>
                {spoken.floor.name && <span className="block text-[5vmin]">{spoken.floor.name}</span>}
                {spoken.floor.onBehalfOf && (
                  <span className="block text-[4vmin] text-muted">
                    {t("onBehalfOf", { group: spoken.floor.onBehalfOf })}
                  </span>
                )}
              </p>
              <FloorClock {...spoken.floor} serverNow={origin} className="text-[16vmin]" />
            </section>
          )}
          <section aria-labelledby="now" aria-live="polite">
            <h2 id="now" className="text-[3vmin] text-muted">
              {t("now")}
            </h2>
            {now.length === 0 && <p className="text-[4vmin]">{t("nothingNow")}</p>}
            {now.map((item) => {
              const what = pick(item.title, locale);
              return (
                <p key={item.id} className="text-[5vmin] leading-snug">
                  <span lang={langOf(what, locale)}>{what.text}</span>
                  {item.room && <span className="ms-4 text-[3vmin] text-muted">{item.room.name}</span>}
                </p>
              );
            })}
          </section>
        </div>
      )}
      <footer className="text-[3vmin]">
        {next.length > 0 && <p className="text-muted">{t("next")}</p>}
        {next.map((item) => {
          const what = pick(item.title, locale);
          const day = dayIn(new Date(item.startsAt), view.zone);
          return (
            <p key={item.id} className="flex flex-wrap gap-x-6">
              <span className="tabular-nums">
                {day !== dayIn(at, view.zone) && `${formatDay(day, locale)}, `}
                {formatClockRange(new Date(item.startsAt), new Date(item.endsAt), view.zone, locale)}
              </span>
              <span lang={langOf(what, locale)}>{what.text}</span>
              {item.room && <span className="text-muted">{item.room.name}</span>}
            </p>
          );
        })}
      </footer>
    </main>
  );
}
