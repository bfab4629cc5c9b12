import type { CommitmentProgress } from "@/db/enums";
import { dayIn } from "@/lib/time";

/** What stands of a commitment: what was last reported, that the last summit heard nothing, or that none was held yet. */
export type Standing = CommitmentProgress | "not_reported" | "not_due";

/** A summit at which there was something to report. */
export type Summit = { endsAt: Date };

/** What was reported at a meeting, with when that ended; the latest of a meeting counts. */
export type Report = { eventId: string; endsAt: Date; progress: CommitmentProgress; reportedAt: Date };

/** Nothing more is expected of what was kept, or given up in the open. */
const final: readonly CommitmentProgress[] = ["done", "stopped"];

/** The last report of each meeting, in the order of `reports`. */
export function counting<R extends Report>(reports: readonly R[]): R[] {
  return reports.filter(
    (one) =>
      !reports.some(
        (other) => other !== one && other.eventId === one.eventId && other.reportedAt > one.reportedAt,
      ),
  );
}

/**
 * What stands of a commitment at a moment. Silence is a state of its own: where the last summit since it was made heard
 * nothing of it, what was said before no longer stands, unless it was done or stopped (Open Government Partnership,
 * Clinton Global Initiative: what goes unreported leaves the totals).
 *
 * @param summits those that began after the day it was made and are over now
 */
export function standing(reports: readonly Report[], summits: readonly Summit[]): Standing {
  const [latest] = counting(reports).toSorted(byEnd);
  if (latest && final.includes(latest.progress)) return latest.progress;
  const [last] = summits.toSorted(byEnd);
  if (latest && (!last || latest.endsAt >= last.endsAt)) return latest.progress;
  return last ? "not_reported" : "not_due";
}

const byEnd = (a: { endsAt: Date }, b: { endsAt: Date }) => b.endsAt.getTime() - a.endsAt.getTime();

/** Those of some summits that began after a day: where a commitment was made, there was nothing to report of it yet. */
export function heldSince<S extends { startsAt: Date; zone: string }>(
  day: string,
  summits: readonly S[],
): S[] {
  return summits.filter((summit) => dayIn(summit.startsAt, summit.zone) > day);
}

/** Whether the day by which it was to be kept is over, and it was neither kept nor given up. */
export function isOverdue(dueOn: string | null, stands: Standing, today: string): boolean {
  return dueOn !== null && dueOn < today && stands !== "done" && stands !== "stopped";
}
