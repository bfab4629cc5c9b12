import { regional } from "@/lib/i18n/region";

/** Something that begins at an instant, in ISO 8601. */
type Timed = { startsAt: string };

/**
 * Groups what begins at instants by its day in a zone, in the order of time. The same as `byDay` of lib/time, without the
 * arithmetic of time that a reader's browser would have to load for it; a test holds the two to the same answer.
 */
export function groupByDay<T extends Timed>(
  items: readonly T[],
  zone: string,
): { day: string; items: T[] }[] {
  // The Swedish way to write a day is that of ISO 8601.
  const dayOf = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  const days = new Map<string, T[]>();
  const inOrder = items.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  for (const item of inOrder) {
    const day = dayOf.format(new Date(item.startsAt));
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].map(([day, group]) => ({ day, items: group }));
}

/** A day with its weekday, as `formatDay` of lib/time prints it. */
export function dayName(day: string, locale: string): string {
  const options = {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  } as const;
  const text = new Intl.DateTimeFormat(regional(locale), options).format(new Date(`${day}T12:00:00Z`));
  return text.replace(/^(\p{L}+), /u, "$1 ");
}
