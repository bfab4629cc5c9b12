import type { Locale } from "@/db/enums";
import type { CalendarEntry } from "@/lib/calendar/calendar";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { dayIn, lastDay } from "@/lib/time";
import type { EventSummary } from "./queries";

/** A public event as a calendar's entry, in one language. */
export function eventEntry(event: EventSummary, locale: Locale): CalendarEntry {
  const { startsAt, endsAt, zone } = event;
  return {
    id: event.id,
    title: pick(event.title, locale).text,
    summary: pick(event.summary, locale).text,
    startsAt,
    endsAt,
    days: event.allDay ? { first: dayIn(startsAt, zone), last: lastDay(startsAt, endsAt, zone) } : undefined,
    place: [event.venue, pick(event.city, locale).text].filter(Boolean).join(", "),
    url: `${env().BASE_URL}/${locale}/events/${event.slug}`,
    sequence: event.calendarSequence,
    stamp: event.updatedAt,
    cancelled: event.cancelledAt !== null,
  };
}
