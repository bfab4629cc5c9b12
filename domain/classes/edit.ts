import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import type { ClassesInput } from "./input";
import { replaceClasses } from "./replace";

/**
 * Sets which classes an event has, in the order of priority, with quota and zones. A head there is one of, whatever is
 * written. Whoever has a class that is taken away keeps it. Refuses `stale`, `event_cancelled`.
 */
export async function editClasses(actor: Actor, { id, revision, classes }: ClassesInput, at = now()) {
  const rows = classes
    .filter((row) => row.has)
    .toSorted((a, b) => a.position - b.position)
    .map(({ class: of, quota, zones }) => ({ class: of, quota: of === "head" ? 1 : quota, zones }));
  return replaceClasses(actor, { id, revision, rows }, at);
}
