import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { EventKind, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { Flag } from "../flag";
import { StatusBadge } from "../status-badge";
import { TimeRange } from "../time";

/** An event, as a line of a list needs it. */
export type EventFacts = {
  slug: string;
  kind: EventKind;
  title: Localized;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  allDay: boolean;
  city: Localized;
  country: string | null;
  parentEvent: string;
  cancelledAt: Date | null;
};

type Props = {
  event: EventFacts;
  level?: 2 | 3;
  /** What there is to say of it beneath. */
  children?: ReactNode;
};

/** An event in a list: when, what, where, and inside which larger meeting. */
export function EventLine({ event, level = 3, children }: Props) {
  const locale = useLocale();
  const t = useTranslations("enums.eventKind");
  const title = pick(event.title, locale);
  const city = pick(event.city, locale).text;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <li className="grid gap-x-6 gap-y-1 border-rule border-t py-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <p className="text-muted text-sm tabular-nums">
        <TimeRange from={event.startsAt} to={event.endsAt} zone={event.zone} allDay={event.allDay} />
      </p>
      <div className="min-w-0 space-y-1">
        <Heading className="text-lg leading-snug">
          <Link
            href={`/${locale}/events/${event.slug}` as Route}
            lang={langOf(title, locale)}
            className="link-quiet"
          >
            {title.text}
          </Link>
        </Heading>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
          <span>{t(event.kind)}</span>
          {city && (
            <span className="inline-flex items-baseline gap-1.5">
              <span aria-hidden>·</span>
              {event.country && <Flag country={event.country} />}
              {city}
            </span>
          )}
          {event.parentEvent && (
            <span>
              <span aria-hidden>· </span>
              {event.parentEvent}
            </span>
          )}
          {event.cancelledAt && <StatusBadge of="eventState" state="cancelled" />}
        </p>
        {children}
      </div>
    </li>
  );
}
