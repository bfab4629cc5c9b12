import { ICalCalendarMethod } from "ical-generator";
import { addEntry, type CalendarEntry, calendar } from "./calendar";
import { organizerAddress, quotable } from "./invitation";
import { vtimezone } from "./vtimezone";

/** A calendar that anybody may have: who publishes it, and what is in it, in the zone of where it takes place. */
export type Published = {
  name: string;
  zone: string;
  organizer: string;
  entries: CalendarEntry[];
  /** A file of what is cancelled altogether (RFC 5546, 4.1.3). */
  cancels?: boolean;
};

/** How often programs are asked to look again. */
const refresh = 30 * 60;

/** Writes a published calendar (RFC 5546, 3.2.1). Equal contents give equal bytes. */
export function publishedCalendar({ name, zone, organizer, entries, cancels = false }: Published): string {
  const method = cancels ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const file = calendar(name, method).ttl(refresh);
  const times = entries.flatMap((entry) => [entry.startsAt.getTime(), entry.endsAt.getTime()]);
  if (times.length > 0)
    file.x("X-WR-TIMEZONE", zone).timezone({
      // Not the calendar's own: an entry that is told in UTC would be taken for one in it.
      name: null,
      generator: () => vtimezone(zone, new Date(Math.min(...times)), new Date(Math.max(...times))),
    });
  for (const entry of entries)
    addEntry(file, { ...entry, zone }).organizer({ name: quotable(organizer), email: organizerAddress() });
  return file.toString();
}
