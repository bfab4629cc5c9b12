import { db } from "@/db/client";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { Refusal } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import { heldBack } from "./carry-out";
import type { ReleaseStepInput, ScheduleInput } from "./input";
import { ensureSeen, itemsOf, lockRelease, touch } from "./lock";
import { isWaiting, leadMs, readyMs, releaseState } from "./rules";
import { weigh } from "./weigh";

/**
 * Sets the instant at which a release goes out, with the revisions its things have now, or another instant for one that
 * is scheduled. It will be carried out in the actor's name and with their rights. Refuses `stale`, `release_not_draft`,
 * `release_too_soon`, `time_not_unique`, and `obstacles` with all of them.
 */
export async function schedule(actor: Actor, { id, revision, ...when }: ScheduleInput, at = now()) {
  const zoned = zonedToInstant(when.scheduledFor, when.zone);
  return db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    ensure(actor, "release.schedule");
    ensureSeen(release, revision);
    const state = releaseState(release, at);
    if (state !== "draft" && !isWaiting(state)) throw new Refusal("release_not_draft");
    if (zoned.kind !== "instant") throw new Refusal("time_not_unique");
    const scheduledFor = zoned.instant;
    if (scheduledFor.getTime() - at.getTime() < leadMs)
      throw new Refusal("release_too_soon", { minutes: leadMs / 60_000 });
    const obstacles = await weigh(tx, release, await itemsOf(tx, id), { publicFrom: scheduledFor, at });
    if (obstacles.length > 0) throw heldBack(obstacles);
    const set = { scheduledFor, zone: when.zone, scheduledAt: at, scheduledBy: actorId(actor) };
    const touched = await touch(tx, release, set);
    const runAt = new Date(scheduledFor.getTime() - readyMs);
    await enqueue(tx, "carry-out-release", { id }, { runAt, jobKey: `carry-out-release:${id}` });
    await record(tx, actor, {
      action: "release.schedule",
      subject: ["release", id],
      eventId: release.eventId,
      at,
      details: { scheduledFor: scheduledFor.toISOString(), zone: when.zone },
    });
    return { ...touched, scheduledFor };
  });
}

/** Takes a release off the schedule: it is a draft again and can be changed. Refuses `stale`, `release_not_scheduled`. */
export async function unschedule(actor: Actor, { id, revision }: ReleaseStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    ensure(actor, "release.schedule");
    ensureSeen(release, revision);
    if (!isWaiting(releaseState(release, at))) throw new Refusal("release_not_scheduled");
    const touched = await touch(tx, release, { scheduledFor: null, scheduledAt: null, scheduledBy: null });
    await record(tx, actor, {
      action: "release.schedule",
      subject: ["release", id],
      eventId: release.eventId,
      at,
      details: { scheduledFor: null },
    });
    return touched;
  });
}
