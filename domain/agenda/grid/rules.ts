/**
 * The arithmetic of the time grid. Times are local to the event's zone, `YYYY-MM-DDTHH:MM`, and counted as on a clock
 * that is never changed: what a change of the clocks makes of them, the verb that writes them decides.
 */

/** The steps in minutes that the grid snaps to. */
export const snaps = [5, 15] as const;
export type Snap = (typeof snaps)[number];

/** The minutes of a day. */
export const dayLength = 1_440;

const minutesOf = (local: string) => Date.parse(`${local}Z`) / 60_000;
const localOf = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(0, 16);

/** A local time so many minutes later (or, negative, earlier); none stays none. */
export function later<Local extends string | null>(local: Local, minutes: number): Local {
  return (local === null ? null : localOf(minutesOf(local) + minutes)) as Local;
}

/** The minutes from one local time to another. */
export function minutesBetween(from: string, to: string): number {
  return minutesOf(to) - minutesOf(from);
}

/** The local time of a minute of a day; 1440 is midnight at its end. */
export function onDay(day: string, minute: number): string {
  return later(`${day}T00:00`, minute);
}

/** Minutes rounded to the nearest step. */
export function snapped(minutes: number, snap: number): number {
  return Math.round(minutes / snap) * snap;
}

/** The span between two minutes of a day, whichever was first, snapped outwards and at least one step long. */
export function spanOf(a: number, b: number, snap: number): { from: number; to: number } {
  const within = (minute: number, last: number) => Math.min(last, Math.max(0, minute));
  const from = within(Math.floor(Math.min(a, b) / snap) * snap, dayLength - snap);
  const to = within(Math.ceil(Math.max(a, b) / snap) * snap, dayLength);
  return { from, to: Math.max(to, from + snap) };
}

/** What has a time. */
export type Timed = { startsAt: string; endsAt: string };

/** The minutes of a day something takes up, cut at midnight on both sides; nothing where it is on other days. */
export function shareOf({ startsAt, endsAt }: Timed, day: string): { from: number; to: number } | undefined {
  const midnight = `${day}T00:00`;
  const from = Math.max(0, minutesBetween(midnight, startsAt));
  const to = Math.min(dayLength, minutesBetween(midnight, endsAt));
  return from < to ? { from, to } : undefined;
}

/** Moved by minutes, as long as before. */
export function moved<T extends Timed>(item: T, minutes: number): T {
  return { ...item, startsAt: later(item.startsAt, minutes), endsAt: later(item.endsAt, minutes) };
}

/** With another end, never shorter than a step. */
export function resized<T extends Timed>(item: T, minutes: number, snap: number): T {
  const length = Math.max(snap, minutesBetween(item.startsAt, item.endsAt) + minutes);
  return { ...item, endsAt: later(item.startsAt, length) };
}

/** Every day from the first to the last that items or the event itself take up, in order. */
export function daysOf(items: readonly Timed[], event: Timed): string[] {
  const all = [...items, event];
  const first = all.map((item) => item.startsAt.slice(0, 10)).toSorted()[0] ?? "";
  // What ends at midnight does not reach into the next day.
  const last =
    all
      .map((item) => later(item.endsAt, -1).slice(0, 10))
      .toSorted()
      .at(-1) ?? first;
  const length = Math.min(366, minutesBetween(`${first}T00:00`, `${last}T00:00`) / dayLength);
  return Array.from({ length: length + 1 }, (_, n) => onDay(first, n * dayLength).slice(0, 10));
}

/** The full hours a day's grid shows: from morning to evening, and whatever lies before or after. */
export function hoursOf(shares: readonly { from: number; to: number }[]): { first: number; last: number } {
  const first = Math.min(8 * 60, ...shares.map((share) => share.from));
  const last = Math.max(19 * 60, ...shares.map((share) => share.to));
  return { first: Math.floor(first / 60), last: Math.ceil(last / 60) };
}

/**
 * Puts what overlaps side by side: for each span which of how many lanes it stands in. Spans that only touch share one.
 */
export function lanes(spans: readonly { from: number; to: number }[]): { lane: number; of: number }[] {
  const order = spans
    .map((span, index) => ({ ...span, index }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const placed = spans.map(() => ({ lane: 0, of: 1 }));
  let cluster: { index: number; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { index, lane } of cluster) placed[index] = { lane, of: ends.length };
    cluster = [];
    ends = [];
  };
  for (const span of order) {
    if (ends.length > 0 && ends.every((end) => end <= span.from)) close();
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = span.to;
    cluster.push({ index: span.index, lane });
  }
  close();
  return placed;
}
