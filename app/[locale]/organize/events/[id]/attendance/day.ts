import "server-only";
import { eventDays } from "@/domain/check-ins/rules";
import { day as realDay } from "@/domain/input";
import { dayIn } from "@/lib/time";

/** The day that is asked for; else today where it is one of the event's or somebody came, else the event's first. */
export function dayAsked(
  asked: unknown,
  event: { startsAt: Date; endsAt: Date; zone: string },
  at: Date,
  seen: ReadonlyMap<string, number>,
): string {
  const day = realDay.safeParse(asked);
  if (day.success) return day.data;
  const days = eventDays(event);
  const today = dayIn(at, event.zone);
  return days.includes(today) || seen.has(today) ? today : (days[0] ?? today);
}
