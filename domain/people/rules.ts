import type { DatePrecision, Localized } from "@/db/enums";

/** A dated holding of an office. */
export type Appointment = { fromOn: string; fromPrecision: DatePrecision; toOn: string | null };

/**
 * Whether an office is held on a day. The first day counts; the day it ended does not: that day is the successor's.
 * `by` means that it was held on its first known day and perhaps before, so earlier days do not count.
 */
export function holdsOn({ fromOn, toOn }: Appointment, day: string): boolean {
  return fromOn <= day && (toOn === null || day < toOn);
}

/** The title to print beside a name on a day: of the offices held then the one entered last, or nothing. */
export function titleOn<T extends Appointment & { title: Localized }>(
  appointments: readonly T[],
  day: string,
) {
  return heldOn(appointments, day)[0]?.title;
}

/** A person is named in public where they agreed to it, or while they hold an office. */
export function mayBeNamed(
  person: { namingConsentedAt: Date | null },
  appointments: readonly Appointment[],
  day: string,
): boolean {
  return person.namingConsentedAt !== null || appointments.some((appointment) => holdsOn(appointment, day));
}

/** The appointments under way on a day, the one entered last first. */
export function heldOn<T extends Appointment>(appointments: readonly T[], day: string): T[] {
  return appointments.filter((appointment) => holdsOn(appointment, day)).toSorted(latestFirst);
}

const latestFirst = (a: Appointment, b: Appointment) => b.fromOn.localeCompare(a.fromOn);

/** Whether two appointments share a day; one may begin on the day another ended. */
export function appointmentsOverlap(
  a: Pick<Appointment, "fromOn" | "toOn">,
  b: Pick<Appointment, "fromOn" | "toOn">,
): boolean {
  return (b.toOn === null || a.fromOn < b.toOn) && (a.toOn === null || b.fromOn < a.toOn);
}

/** A guess at the name to sort by: the last word first. Names that work otherwise have theirs given. */
export function sortNameOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.pop() ?? "";
  return [last, ...words].join(" ");
}

/** What has become since a day of somebody who held an office on it. */
export type SinceThen<A> = {
  /** Whether they hold another office now, or none. */
  kind: "changed" | "left";
  /** The offices of that day that they hold no more. */
  ended: A[];
  /** What they hold now. */
  now: A[];
};

/**
 * What to tell the reader of an older text about somebody named in it, on one day or on several: nothing while they hold
 * the offices of those days; else which of them ended, and what they hold now. An office that is to begin counts from
 * its day on.
 */
export function sinceThen<A extends Appointment & { officeId: string }>(
  held: readonly A[],
  days: readonly string[],
  today: string,
): SinceThen<A> | undefined {
  const past = days.filter((day) => day < today);
  const now = heldOn(held, today);
  const ended = held
    .filter((then) => past.some((day) => holdsOn(then, day)))
    .filter((then) => !now.some((one) => one.officeId === then.officeId))
    .toSorted(latestFirst);
  if (ended.length === 0) return undefined;
  return { kind: now.length > 0 ? "changed" : "left", ended, now };
}
