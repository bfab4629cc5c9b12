import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { releases } from "@/db/schema/releases";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { actorOf } from "@/domain/sign-in/accounts";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { Refusal } from "@/lib/refusal";
import { alarm } from "./alarm";
import { itemsOf, lockRelease, type ReleaseRow } from "./lock";
import { isDue, type Obstacle, obstacleKey, publicFromOf, readObstacle } from "./rules";
import { weigh } from "./weigh";
import { write } from "./write";

/** What became of a release that was to be carried out. */
export type CarriedOut = "carried_out" | "held_back" | "waits" | "nothing";

/**
 * Carries out a scheduled release shortly before its instant, or at once where that is past: everything of it is written
 * in one transaction, public from the instant, or nothing is. Its right and its obstacles are asked anew. Repeatable, and
 * exactly once among several processes: whoever comes second finds it done. What stands in the way is kept on the
 * release, and the secretariat is told once.
 */
export async function carryOut(actor: Actor, { id }: { id: string }, at = now()): Promise<CarriedOut> {
  ensure(actor, "release.carry-out");
  try {
    return await db().transaction(async (tx) => {
      const release = await lockRelease(tx, id);
      if (release.carriedOutAt || release.cancelledAt || !release.scheduledFor) return "nothing";
      if (!isDue(release, at)) return "waits";
      const by = await actorOf(release.scheduledBy ?? "");
      if (!can(by, "release.publish")) throw heldBack([{ itemId: null, code: "scheduler_may_not" }]);
      const publicFrom = publicFromOf(release.scheduledFor, at);
      await carryOutIn(tx, by, release, { publicFrom, at });
      await record(tx, actor, {
        action: "release.carry-out",
        subject: ["release", id],
        eventId: release.eventId,
        at,
        details: { publicFrom: publicFrom.toISOString(), late: publicFrom > release.scheduledFor },
      });
      return "carried_out";
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "not_found") throw error;
    const keys = error.code === "obstacles" ? [error.attached].flat() : [`:${error.code}`];
    await keepObstacles(id, keys.map(readObstacle), at);
    return "held_back";
  }
}

/**
 * Writes everything of a release whose row is locked, public from an instant, and puts in the queue that people are told
 * then. Refuses `obstacles` with all of them, each with its thing.
 */
export async function carryOutIn(
  tx: Transaction,
  actor: Actor,
  release: ReleaseRow,
  when: { publicFrom: Date; at: Date },
) {
  const { publicFrom, at } = when;
  const items = await itemsOf(tx, release.id);
  const obstacles = await weigh(tx, release, items, when);
  if (obstacles.length > 0) throw heldBack(obstacles);
  await tx
    .update(releases)
    .set({ carriedOutAt: at, publicFrom, obstacles: null, failedAt: null, revision: release.revision + 1 })
    .where(eq(releases.id, release.id));
  await write(tx, actor, release, items, when);
  const jobKey = `tell-release:${release.id}`;
  await enqueue(tx, "tell-release", { id: release.id }, { runAt: publicFrom, jobKey });
}

/** The refusal that names everything that stands in the way. */
export const heldBack = (obstacles: Obstacle[]) => new Refusal("obstacles", {}, obstacles.map(obstacleKey));

/** Keeps on the release what stood in the way, and tells the secretariat once. */
async function keepObstacles(id: string, obstacles: Obstacle[], at: Date) {
  await db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    if (release.carriedOutAt || release.cancelledAt) return;
    await tx.update(releases).set({ obstacles, failedAt: at }).where(eq(releases.id, id));
    await alarm(tx, release, at);
  });
}
