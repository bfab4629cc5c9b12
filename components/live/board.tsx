"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Locale } from "@/db/enums";
import { type LiveItem, type LiveView, liveDay, standing } from "@/domain/live/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn, formatClock, formatClockRange, formatDay, zoneName } from "@/lib/time";
import { Section } from "../ui/section";
import { FloorClock } from "./floor-clock";
import { useClock } from "./use-clock";
import { useLive } from "./use-live";

type Props = { slug: string; locale: Locale; first: LiveView; serverNow: number };

/**
 * What happens at an event, for everybody: now, next, who has the floor and how long still, what changed. It reads
 * without script as of when it was made; with it, it follows. Only what begins and ends is read out, not the clock.
 */
export function LiveBoard({ slug, locale, first, serverNow: made }: Props) {
  const t = useTranslations("live");
  const { view, cut, gone, serverNow } = useLive(slug, locale, first, made);
  const origin = useOrigin(view, serverNow);
  const moment = useClock(origin, 1_000);
  const at = new Date(moment);
  const { now, next } = standing(view.items, at);
  const day = liveDay(view.items, view.zone, at);
  const titles = now.map((item) => pick(item.title, locale).text).join(", ");
  if (gone) return <p role="status">{t("gone")}</p>;
  return (
    <div className="wrap-anywhere space-y-10">
      <p className="text-muted text-sm" suppressHydrationWarning>
        {t("asOf")} {formatClock(at, view.zone, locale)} {zoneName(view.zone, at)}
        {cut && <strong className="ms-3 font-medium text-warning">{t("cut")}</strong>}
      </p>
      <p role="status" className="sr-only">
        {titles ? t("nowIs", { titles }) : t("nothingNow")}
      </p>
      <Section title={t("now")}>
        {now.length === 0 && (
          <p className="text-muted">{view.cancelled ? t("cancelled") : t("nothingNow")}</p>
        )}
        <ul className="space-y-6">
          {now.map((item) => (
            <li key={item.id}>
              <Running item={item} view={view} locale={locale} slug={slug} serverNow={origin} />
            </li>
          ))}
        </ul>
      </Section>
      {next.length > 0 && (
        <Section title={t("next")}>
          <ul className="space-y-2">
            {next.map((item) => (
              <li key={item.id}>
                <ItemLine item={item} zone={view.zone} locale={locale} withDay={!isToday(item, view, at)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Changes view={view} locale={locale} />
      {view.items.length > 0 && (
        <Section title={formatDay(day, locale, { weekday: true })}>
          <ol>
            {view.items
              .filter((item) => dayIn(new Date(item.startsAt), view.zone) === day)
              .map((item) => (
                <li key={item.id} className="border-rule border-t py-2">
                  <ItemLine item={item} zone={view.zone} locale={locale} />
                  <Heard item={item} locale={locale} slug={slug} />
                </li>
              ))}
          </ol>
        </Section>
      )}
    </div>
  );
}

const isToday = (item: LiveItem, { zone }: LiveView, at: Date) =>
  dayIn(new Date(item.startsAt), zone) === dayIn(at, zone);

/** The server's moment that belongs to a view: a new one with every view, so that clocks do not drift with the page's own. */
function useOrigin(view: LiveView, serverNow: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew with every view, and not with every look at it.
  return useMemo(() => serverNow, [view]);
}

type Parts = { item: LiveItem; zone: string; locale: Locale; withDay?: boolean };

/** An item with its time, its place, and whether it has begun or ended. */
function ItemLine({ item, zone, locale, withDay }: Parts) {
  const t = useTranslations("live");
  const title = pick(item.title, locale);
  const start = new Date(item.startsAt);
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="text-muted text-sm tabular-nums">
        {withDay && `${formatDay(dayIn(start, zone), locale)}, `}
        {formatClockRange(start, new Date(item.endsAt), zone, locale)}
      </span>
      <span lang={langOf(title, locale)} className="font-medium">
        {title.text}
      </span>
      {item.room && <span className="text-muted text-sm">{item.room.name}</span>}
      {item.endedAt ? (
        <span className="text-muted text-sm">
          {t("endedAt", { time: formatClock(new Date(item.endedAt), zone, locale) })}
        </span>
      ) : (
        item.startedAt && (
          <span className="text-sm text-success">
            {t("begunAt", { time: formatClock(new Date(item.startedAt), zone, locale) })}
          </span>
        )
      )}
    </p>
  );
}

type RunningProps = { item: LiveItem; view: LiveView; locale: Locale; slug: string; serverNow: number };

function Running({ item, view, locale, slug, serverNow }: RunningProps) {
  const t = useTranslations("live");
  const enums = useTranslations("enums");
  const { floor, list } = item;
  const speaker = floor && pick(floor.organisation, locale);
  return (
    <div className="space-y-3 border-accent border-s-4 ps-4">
      <ItemLine item={item} zone={view.zone} locale={locale} />
      {floor && speaker && (
        <div className="space-y-2">
          <p className="text-muted text-sm">{t("floor")}</p>
          <p className="font-serif text-2xl">
            <span lang={langOf(speaker, locale)}>{speaker.text}</span>
            {floor.name && <span className="block text-lg">{floor.name}</span>}
            {floor.onBehalfOf && (
              <span className="block text-base text-muted">
                {t("onBehalfOf", { group: floor.onBehalfOf })}
              </span>
            )}
          </p>
          <FloorClock {...floor} serverNow={serverNow} className="text-4xl" />
        </div>
      )}
      {list && (
        <details>
          <summary className="link inline-block min-h-6 text-sm">
            {t("version", {
              number: list.number,
              time: formatClock(new Date(list.publishedAt), view.zone, locale),
            })}
          </summary>
          <ol className="mt-2 list-decimal space-y-1 ps-6 text-sm">
            {list.speakers.map((one, index) => {
              const name = pick(one.organisation, locale);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a version never changes.
                <li key={index}>
                  <span lang={langOf(name, locale)}>{name.text}</span>
                  {one.onBehalfOf && ` (${t("onBehalfOf", { group: one.onBehalfOf })})`}{" "}
                  <span className="text-muted">{enums(`speakingClass.${one.class}`)}</span>
                </li>
              );
            })}
          </ol>
        </details>
      )}
      <Heard item={item} locale={locale} slug={slug} />
    </div>
  );
}

function Heard({ item, locale, slug }: { item: LiveItem; locale: Locale; slug: string }) {
  const t = useTranslations("live");
  if (item.heard.length === 0) return null;
  return (
    <details>
      <summary className="link inline-block min-h-6 text-sm">
        {t("heard", { count: item.heard.length })}
      </summary>
      <ul className="mt-2 space-y-1 text-sm">
        {item.heard.map((one) => {
          const name = pick(one.organisation, locale);
          return (
            <li key={one.id}>
              <span lang={langOf(name, locale)}>{name.text}</span>
              {one.onBehalfOf && ` (${t("onBehalfOf", { group: one.onBehalfOf })})`}
              {one.hasSpeech && (
                <a
                  className="link ms-3 inline-block min-h-6"
                  href={`/${locale}/events/${slug}/live/speeches/${one.id}`}
                >
                  {t("speech", { organisation: name.text })}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Changes({ view, locale }: { view: LiveView; locale: Locale }) {
  const t = useTranslations("live");
  if (view.changes.length === 0) return null;
  return (
    <Section title={t("changes")}>
      <ul className="space-y-1 text-sm">
        {view.changes.map((change) => {
          const at = new Date(change.at);
          const text = pick(change.kind === "release" ? change.note : change.title, locale);
          return (
            <li key={`${change.kind}${change.at}${text.text}`} className="flex flex-wrap gap-x-3">
              <time dateTime={change.at} className="text-muted tabular-nums">
                {dayIn(at, view.zone) === liveDay(view.items, view.zone, at)
                  ? ""
                  : `${formatDay(dayIn(at, view.zone), locale)}, `}
                {formatClock(at, view.zone, locale)}
              </time>
              <span lang={langOf(text, locale)}>
                {change.kind === "release"
                  ? text.text || t("released", { number: change.number })
                  : t(change.kind, { title: text.text })}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
