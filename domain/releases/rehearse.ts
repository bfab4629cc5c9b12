import { eq, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { rehearsals } from "@/db/schema/releases";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { hashOf, newToken } from "@/lib/tokens";
import { heldBack } from "./carry-out";
import { itemsOf, lockRelease } from "./lock";
import { isWaiting, publicFromOf, rehearsalMs, releaseState } from "./rules";
import { weigh } from "./weigh";

/**
 * Begins the rehearsal of a release for the actor alone, for half an hour: answers the token that their browser keeps.
 * Refuses `release_out` where there is nothing left to rehearse, and `obstacles` with all of them.
 */
export async function rehearse(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    ensure(actor, "release.rehearse");
    if (actor.kind !== "user") throw new Refusal("not_allowed");
    const state = releaseState(release, at);
    if (state === "cancelled") throw new Refusal("release_cancelled");
    if (state === "released" || state === "undone") throw new Refusal("release_out");
    if (state === "draft" || isWaiting(state)) {
      const publicFrom = publicFromOf(release.scheduledFor, at);
      const obstacles = await weigh(tx, release, await itemsOf(tx, id), { publicFrom, at });
      if (obstacles.length > 0) throw heldBack(obstacles);
    }
    await tx.delete(rehearsals).where(lte(rehearsals.expiresAt, sql`${at.toISOString()}::timestamptz`));
    const { token, hash } = newToken();
    const expiresAt = new Date(at.getTime() + rehearsalMs);
    await tx
      .insert(rehearsals)
      .values({ releaseId: id, userId: actor.id, tokenHash: hash, createdAt: at, expiresAt });
    await record(tx, actor, {
      action: "release.rehearse",
      subject: ["release", id],
      eventId: release.eventId,
      at,
    });
    return { token, expiresAt };
  });
}

/** Ends a rehearsal: its token opens nothing any more. Answers which release it was of. */
export async function endRehearsal(token: string): Promise<string | undefined> {
  const [row] = await db()
    .delete(rehearsals)
    .where(eq(rehearsals.tokenHash, hashOf(token)))
    .returning({ releaseId: rehearsals.releaseId });
  return row?.releaseId;
}
