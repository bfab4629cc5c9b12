import ical, { type ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { env } from "@/lib/env";

/** Something with a time, as a calendar shows it. */
export type CalendarEntry = {
  /** Stays the same for as long as the thing exists; the host of the base address is added. */
  id: string;
  title: string;
  summary?: string;
  startsAt: Date;
  endsAt: Date;
  /** First and last calendar day, where only the days are known or meant. */
  days?: { first: string; last: string };
  place?: string;
  url: string;
  /** Grows whenever calendars must take over a change (RFC 5545, 3.8.7.4). */
  sequence: number;
  stamp: Date;
  cancelled?: boolean;
};

/** An empty calendar of ours. `method` is absent for a feed that is read, and set for a mail that is acted on. */
export function calendar(name: string | undefined, method?: ICalCalendarMethod) {
  return ical({ prodId: { company: "Plenary", product: "Plenary", language: "EN" }, name, method });
}

/** Puts an entry into a calendar: instants in UTC, so that no time-zone table is needed to read them. */
export function addEntry(target: ReturnType<typeof calendar>, entry: CalendarEntry) {
  return target.createEvent({
    id: `${entry.id}@${new URL(env().BASE_URL).hostname}`,
    sequence: entry.sequence,
    stamp: entry.stamp,
    ...timesOf(entry),
    summary: entry.title,
    description: entry.summary || undefined,
    location: entry.place || undefined,
    url: entry.url,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

/** DTEND of whole days is the day after the last one (RFC 5545, 3.6.1). */
function timesOf({ days, startsAt, endsAt }: CalendarEntry) {
  if (!days) return { start: startsAt, end: endsAt };
  const end = new Date(`${days.last}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 1);
  return { allDay: true, timezone: "UTC", start: new Date(`${days.first}T00:00:00Z`), end };
}
