import { Temporal } from "temporal-polyfill";

/**
 * The VTIMEZONE of a zone for the time between two instants (RFC 5545, 3.6.5): what the clocks show at the first of
 * them, and every change up to the last, each as it was or is decided. Own work, because the packages that do this write
 * the rule in force now, which is wrong for a meeting of the year in which a country gave its summer time up.
 */
export function vtimezone(zone: string, from: Date, to: Date): string {
  const last = Temporal.Instant.fromEpochMilliseconds(to.getTime());
  const begin = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
  // The day before: the change in the very moment in which something begins is still told as a change.
  let change = begin.subtract({ hours: 24 }).getTimeZoneTransition("previous");
  const lines = ["BEGIN:VTIMEZONE", `TZID:${zone}`];
  // Some programs read no zone that has only a summer time.
  if (change && isSummer(change))
    change = change.subtract({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  if (!change || change.year < 1970) lines.push(...unchanging(begin, change));
  if (!change || change.year < 1970) change = begin.subtract({ hours: 24 }).getTimeZoneTransition("next");
  while (change && Temporal.Instant.compare(change.toInstant(), last) <= 0) {
    lines.push(...observance(change));
    change = change.getTimeZoneTransition("next");
  }
  return [...lines, "END:VTIMEZONE"].join("\r\n");
}

/** A zone whose clocks were last changed before calendars count. */
function unchanging(begin: Temporal.ZonedDateTime, change: Temporal.ZonedDateTime | null): string[] {
  const offset = basic((change ?? begin.subtract({ hours: 24 })).offset);
  return [
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    "END:STANDARD",
  ];
}

/** One change of the clocks, at the time they showed before it. */
function observance(change: Temporal.ZonedDateTime): string[] {
  const before = change.subtract({ nanoseconds: 1 });
  const shown = change.toInstant().add({ nanoseconds: before.offsetNanoseconds }).toZonedDateTimeISO("UTC");
  const kind = isSummer(change) ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${basic(shown.toPlainDateTime().toString({ smallestUnit: "second" }))}`,
    `TZOFFSETFROM:${basic(before.offset)}`,
    `TZOFFSETTO:${basic(change.offset)}`,
    `END:${kind}`,
  ];
}

/** Summer time is what is taken back within the year. */
function isSummer(change: Temporal.ZonedDateTime): boolean {
  const next = change.getTimeZoneTransition("next");
  if (!next || Temporal.ZonedDateTime.compare(next, change.add({ years: 1 })) > 0) return false;
  return next.offsetNanoseconds < change.offsetNanoseconds;
}

/** The basic form of ISO 8601, without signs between the parts. */
const basic = (text: string) => text.replace(/(?<=\d)[-:]/g, "");
