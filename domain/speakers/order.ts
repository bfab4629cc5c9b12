import { type SpeakerState, type SpeakingClass, speakingClasses } from "@/db/enums";
import { queued } from "./rules";

/** What the order of a list is made from. */
export type Ordered = {
  id: string;
  state: SpeakerState;
  class: SpeakingClass;
  /** The slot they hold: their own, or the one they swapped for. */
  slotClass: SpeakingClass;
  slotAt: Date;
  slotNumber: number;
  absentAt: Date | null;
  pinnedTo: number | null;
  startedAt: Date | null;
};

const rank = (of: SpeakingClass) => speakingClasses.indexOf(of);

/** Class rank, then time of inscription; whoever was called and absent waits at the end of their own class. */
function byRank(a: Ordered, b: Ordered): number {
  const [classA, classB] = [a, b].map((one) => rank(one.absentAt ? one.class : one.slotClass));
  return (
    (classA ?? 0) - (classB ?? 0) ||
    Number(a.absentAt !== null) - Number(b.absentAt !== null) ||
    (a.absentAt ?? a.slotAt).getTime() - (b.absentAt ?? b.slotAt).getTime() ||
    a.slotNumber - b.slotNumber
  );
}

/**
 * A speakers' list in its order: those who have had the floor as they had it, then those who wait, by class rank and
 * time of inscription (the practice of high-level segments). Somebody pinned to a place, counted from 1 and those who
 * have spoken, stands there, or at the first place still to come; of two for one place the earlier slot is first. Who
 * withdrew is left out. The same for the same rows, in whatever order they come.
 */
export function inOrder<One extends Ordered>(rows: readonly One[]): One[] {
  const heard = rows
    .filter((row) => row.state === "speaking" || row.state === "spoken")
    .toSorted(
      (a, b) => (a.startedAt?.getTime() ?? 0) - (b.startedAt?.getTime() ?? 0) || a.slotNumber - b.slotNumber,
    );
  const waiting = rows.filter((row) => queued.includes(row.state)).toSorted(byRank);
  const free = waiting.filter((row) => row.pinnedTo === null);
  const pinned = waiting
    .filter((row) => row.pinnedTo !== null)
    .toSorted((a, b) => (a.pinnedTo ?? 0) - (b.pinnedTo ?? 0));
  const list = heard;
  while (pinned.length > 0 || free.length > 0) {
    const due = (pinned[0]?.pinnedTo ?? Number.POSITIVE_INFINITY) <= list.length + 1;
    const next = due || free.length === 0 ? pinned.shift() : free.shift();
    if (next) list.push(next);
  }
  return list;
}
