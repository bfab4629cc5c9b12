import ical, { type ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { env } from "@/lib/env";
import { printableText } from "@/lib/text/printable";

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
  /** The IANA zone in which its times are told; the calendar then explains the zone. Without it they are told in UTC. */
  zone?: string;
  place?: string;
  url: string;
  /** Grows whenever calendars must take over a change (RFC 5545, 3.8.7.4). */
  sequence: number;
  stamp: Date;
  cancelled?: boolean;
};

/** An empty calendar of ours. `method` is absent for a feed that is read, and set for a mail that is acted on. */
export function calendar(name: string | undefined, method?: ICalCalendarMethod) {
  return ical({
    prodId: { company: "Plenary", product: "Plenary", language: "EN" },
    name: name && printableText(name),
    method,
  });
}

/** Puts an entry into a calendar: instants in UTC, which need no table of zones to be read, or in the entry's zone. */
export function addEntry(target: ReturnType<typeof calendar>, entry: CalendarEntry) {
  return target.createEvent({
    id: `${entry.id}@${new URL(env().BASE_URL).hostname}`,
    sequence: entry.sequence,
    stamp: entry.stamp,
    ...timesOf(entry),
    summary: printableText(entry.title),
    description: printableText(entry.summary ?? "") || undefined,
    location: printableText(entry.place ?? "") || undefined,
    url: entry.url,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

/** DTEND of whole days is the day after the last one (RFC 5545, 3.6.1). */
function timesOf({ days, zone, startsAt, endsAt }: CalendarEntry) {
  if (days) {
    const end = new Date(`${days.last}T00:00:00Z`);
    end.setUTCDate(end.getUTCDate() + 1);
    return { allDay: true, timezone: "UTC", start: new Date(`${days.first}T00:00:00Z`), end };
  }
  // What the clocks show twice is read as either by programs; in UTC it is one.
  if (!zone || zone === "UTC" || [startsAt, endsAt].some((instant) => isShownTwice(instant, zone)))
    return { start: startsAt, end: endsAt };
  return { timezone: zone, start: zonedOf(startsAt, zone), end: zonedOf(endsAt, zone) };
}

const zonedOf = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

function isShownTwice(instant: Date, zone: string): boolean {
  const shown = zonedOf(instant, zone).toPlainDateTime();
  const [one, other] = (["earlier", "later"] as const).map((disambiguation) =>
    shown.toZonedDateTime(zone, { disambiguation }),
  );
  return one?.epochMilliseconds !== other?.epochMilliseconds;
}
