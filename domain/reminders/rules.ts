import type { ReminderAnchor, ReminderAudience } from "@/db/enums";

/** The placeholders a reminder may use are those of the people it goes to. */
export function addressedBy(audience: ReminderAudience): "participants" | "focal_points" | "invited" {
  if (audience === "focal_points") return "focal_points";
  return audience === "not_answered" ? "invited" : "participants";
}

/** The dates a reminder is counted from. */
export type Dates = {
  startsAt: Date;
  endsAt: Date;
  registrationClosesAt: Date | null;
  nominationClosesAt: Date | null;
};

const anchors = {
  starts: "startsAt",
  ends: "endsAt",
  registration_closes: "registrationClosesAt",
  nomination_deadline: "nominationClosesAt",
} as const satisfies Record<ReminderAnchor, keyof Dates>;

/** When a reminder is due, computed from the event's dates as they are; nothing where the event lacks the date. */
export function dueAt(
  reminder: { anchor: ReminderAnchor; offsetMinutes: number },
  dates: Dates,
): Date | null {
  const anchor = dates[anchors[reminder.anchor]];
  return anchor && new Date(anchor.getTime() + reminder.offsetMinutes * 60_000);
}

/**
 * How long after its moment a reminder is still sent: a day of downtime is caught up with; what is older would come as a
 * surprise, and often be wrong ("tomorrow").
 */
export const lateMinutes = 24 * 60;

export type ReminderState = "sent" | "planned" | "due" | "missed" | "no_date" | "resting";

/** Where a reminder stands at a moment. It rests while the event is not announced, and for good once it is cancelled. */
export function reminderState(
  reminder: { anchor: ReminderAnchor; offsetMinutes: number; sentAt: Date | null },
  event: Dates & { announcedAt: Date | null; cancelledAt: Date | null },
  at: Date,
): ReminderState {
  if (reminder.sentAt) return "sent";
  const due = dueAt(reminder, event);
  if (!due) return "no_date";
  if (at.getTime() - due.getTime() > lateMinutes * 60_000) return "missed";
  if (event.cancelledAt || !event.announcedAt || event.announcedAt > at) return "resting";
  return due <= at ? "due" : "planned";
}

/** Reminders with where they stand and when they leave or left, in that order; those without a moment come last. */
export function byMoment<
  R extends {
    anchor: ReminderAnchor;
    offsetMinutes: number;
    audience: ReminderAudience;
    sentAt: Date | null;
  },
>(reminders: readonly R[], event: Dates & { announcedAt: Date | null; cancelledAt: Date | null }, at: Date) {
  const last = Number.POSITIVE_INFINITY;
  return reminders
    .map((row) => ({ ...row, due: row.sentAt ?? dueAt(row, event), state: reminderState(row, event, at) }))
    .toSorted((a, b) => (a.due?.getTime() ?? last) - (b.due?.getTime() ?? last));
}

/** Of an event, what a form needs to say when a reminder would leave. */
export function datesOf({
  startsAt,
  endsAt,
  registrationClosesAt,
  nominationClosesAt,
  zone,
}: Dates & { zone: string }) {
  return { startsAt, endsAt, registrationClosesAt, nominationClosesAt, zone };
}

/** The units in which an offset is written. */
export const offsetUnits = ["minutes", "hours", "days"] as const;
export type OffsetUnit = (typeof offsetUnits)[number];
const minutesOf: Record<OffsetUnit, number> = { minutes: 1, hours: 60, days: 1_440 };

/** An offset as it is written, in minutes; before is negative. */
export function toMinutes(amount: number, unit: OffsetUnit, side: "before" | "after"): number {
  const minutes = amount * minutesOf[unit];
  return side === "before" && minutes !== 0 ? -minutes : minutes;
}

/** Minutes as they are written: in the largest unit that gives a whole number. */
export function fromMinutes(minutes: number): { amount: number; unit: OffsetUnit; side: "before" | "after" } {
  const size = Math.abs(minutes);
  const side = minutes > 0 ? "after" : "before";
  const unit = [...offsetUnits].reverse().find((one) => size > 0 && size % minutesOf[one] === 0) ?? "minutes";
  return { amount: size / minutesOf[unit], unit, side };
}

/** The reminders that are offered ready-made; their words are messages. */
export const presets = {
  week_before: { anchor: "starts", offsetMinutes: -7 * 1_440, audience: "approved" },
  day_before: { anchor: "starts", offsetMinutes: -1_440, audience: "approved" },
  thanks: { anchor: "ends", offsetMinutes: 1_440, audience: "approved" },
  answer: { anchor: "registration_closes", offsetMinutes: -3 * 1_440, audience: "not_answered" },
  nominate: { anchor: "nomination_deadline", offsetMinutes: -7 * 1_440, audience: "focal_points" },
  nominate_last: { anchor: "nomination_deadline", offsetMinutes: -1_440, audience: "focal_points" },
} as const satisfies Record<
  string,
  { anchor: ReminderAnchor; offsetMinutes: number; audience: ReminderAudience }
>;
export type Preset = keyof typeof presets;
