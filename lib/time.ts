import { Temporal } from "temporal-polyfill";
import { regional } from "./i18n/region";

/**
 * Zone arithmetic and the printing of time, in one place. Pure: the moment is always an argument. Instants are `Date`,
 * days are `YYYY-MM-DD`, local times `YYYY-MM-DDTHH:MM`, zones IANA names.
 */

/** What a local time means in a zone; `skipped` and `twice` are the two days a year when the clocks are changed. */
export type Zoned =
  | { kind: "instant"; instant: Date }
  /** The clocks jump over it: no such time. */
  | { kind: "skipped" }
  /** The clocks are set back over it: the two instants it may mean. */
  | { kind: "twice"; earlier: Date; later: Date };

const asDate = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);
const zonedOf = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

/** The instant a local time means in a zone, or why it means none or two. */
export function zonedToInstant(local: string, zone: string): Zoned {
  const plain = Temporal.PlainDateTime.from(local);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { kind: "instant", instant: asDate(earlier.toInstant()) };
  }
  if (!earlier.toPlainDateTime().equals(plain)) return { kind: "skipped" };
  return { kind: "twice", earlier: asDate(earlier.toInstant()), later: asDate(later.toInstant()) };
}

/**
 * The instant a local time means in a zone; where the clocks skip it, the one as long after the change as it would have
 * been, and where they show it twice, the first (RFC 5545, 3.3.5). For what nobody typed in that zone.
 */
export function nearestInstant(local: string, zone: string): Date {
  return asDate(
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: "compatible" }).toInstant(),
  );
}

/** The key under `validation` that explains why a local time cannot be taken, or undefined where it can. */
export function localTimeProblem(local: string, zone: string): string | undefined {
  const { kind } = zonedToInstant(local, zone);
  if (kind === "skipped") return "validation.notAtThisTime";
  return kind === "twice" ? "validation.twiceAtThisTime" : undefined;
}

/** The local date and time of an instant in a zone, `YYYY-MM-DDTHH:MM`: what a date-time field holds. */
export function instantToLocal(instant: Date, zone: string): string {
  return zonedOf(instant, zone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** An instant as it is told in a zone, for programs: "2026-06-10T09:00:00+02:00" (RFC 3339). */
export function localWithOffset(instant: Date, zone: string): string {
  return zonedOf(instant, zone).toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(instant: Date, zone: string): string {
  return zonedOf(instant, zone).toPlainDate().toString();
}

/** A day so many days later (or, negative, earlier). */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many days lie from one day to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** Groups what happens at instants by the day it begins on in a zone, in the order of time. */
export function byDay<T>(
  items: readonly T[],
  at: (item: T) => Date,
  zone: string,
): { day: string; items: T[] }[] {
  const days = new Map<string, T[]>();
  for (const item of items.toSorted((a, b) => at(a).getTime() - at(b).getTime())) {
    const day = dayIn(at(item), zone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].map(([day, group]) => ({ day, items: group }));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(regional(locale), options);
  formats.set(key, kept);
  return kept;
}

const longDay = { day: "numeric", month: "long", year: "numeric" } as const;
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** A day: "3 June 2026", "3 juni 2026"; with its weekday "Wednesday 3 June 2026". */
export function formatDay(day: string, locale: string, { weekday = false } = {}): string {
  const options = weekday ? ({ ...longDay, weekday: "long" } as const) : longDay;
  const text = format(locale, { ...options, timeZone: "UTC" }).format(noon(day));
  return text.replace(/^(\p{L}+), /u, "$1 ");
}

/** A day as precisely as it is known: "3 June 2026", "June 2026", "2026". `by` is printed by its message. */
export function formatPreciseDay(
  day: string,
  precision: "day" | "month" | "year" | "by",
  locale: string,
): string {
  if (precision === "year") return day.slice(0, 4);
  if (precision !== "month") return formatDay(day, locale);
  return format(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(noon(day));
}

/** From one day to another: "3–4 June 2026"; one day where they are the same. */
export function formatDays(from: string, to: string, locale: string): string {
  if (from === to) return formatDay(from, locale);
  return format(locale, { ...longDay, timeZone: "UTC" }).formatRange(noon(from), noon(to));
}

/** The time of day of an instant in a zone, "09:30". Print the zone beside it or above the list it stands in. */
export function formatClock(instant: Date, zone: string, locale: string): string {
  return format(locale, { ...clock, timeZone: zone }).format(instant);
}

/** From one time of day to another, "09:30–11:00"; the zone is printed beside it or above the list. */
export function formatClockRange(from: Date, to: Date, zone: string, locale: string): string {
  return `${formatClock(from, zone, locale)}–${formatClock(to, zone, locale)}`;
}

/**
 * The name of a zone at an instant: its city and what it is apart from UTC then, "Zurich (UTC+2)". The offset moves
 * with the seasons, which is why it needs the instant.
 */
export function zoneName(zone: string, instant: Date): string {
  if (zone === "UTC") return "UTC";
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return `${city} (${utcOffset(zone, instant)})`;
}

/** What a zone is apart from UTC at an instant: "UTC+2", "UTC−3:30", "UTC". */
export function utcOffset(zone: string, instant: Date): string {
  const minutes = Math.round(zonedOf(instant, zone).offsetNanoseconds / 60e9);
  if (minutes === 0) return "UTC";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}

/** An instant in a zone, always with the zone's name: "3 June 2026, 09:30 Zurich (UTC+2)". */
export function formatInstant(instant: Date, zone: string, locale: string): string {
  return `${formatDay(dayIn(instant, zone), locale)}, ${formatClock(instant, zone, locale)} ${zoneName(zone, instant)}`;
}

/**
 * From one instant to another in a zone, with the zone's name. Within a day "3 June 2026, 09:30–17:00 Zurich (UTC+2)";
 * over days both days stand in full; `allDay` prints the days alone, without hours or zone.
 */
export function formatRange(
  from: Date,
  to: Date,
  zone: string,
  locale: string,
  { allDay = false } = {},
): string {
  const [first, last] = [dayIn(from, zone), lastDay(from, to, zone)];
  if (allDay) return formatDays(first, last, locale);
  if (first === dayIn(to, zone)) {
    return `${formatDay(first, locale)}, ${formatClockRange(from, to, zone, locale)} ${zoneName(zone, from)}`;
  }
  const begin = `${formatDay(first, locale)}, ${formatClock(from, zone, locale)}`;
  const end = `${formatDay(dayIn(to, zone), locale)}, ${formatClock(to, zone, locale)}`;
  const moved = utcOffset(zone, from) !== utcOffset(zone, to);
  return `${begin}${moved ? ` ${zoneName(zone, from)}` : ""} – ${end} ${zoneName(zone, to)}`;
}

/** The last day something reaches into: an end at midnight belongs to the day before. */
export function lastDay(from: Date, to: Date, zone: string): string {
  return dayIn(new Date(Math.max(from.getTime(), to.getTime() - 1)), zone);
}
