import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { releases } from "@/db/schema/releases";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { CancelReleaseInput } from "./input";
import { ensureSeen, itemsOf, lockRelease } from "./lock";
import { releaseState } from "./rules";
import { takeBack } from "./take-back";

/**
 * Calls a release off for good before its instant, also when everything of it is written already: then it is taken back
 * as if it never was. Refuses `stale`, `release_out` where its instant has come, `release_cancelled`.
 */
export async function cancel(actor: Actor, { id, revision, reason }: CancelReleaseInput, at = now()) {
  return db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    ensure(actor, "release.cancel");
    const state = releaseState(release, at);
    if (state === "released" || state === "undone") throw new Refusal("release_out");
    if (state === "cancelled") throw new Refusal("release_cancelled");
    ensureSeen(release, revision);
    const { publicFrom } = release;
    if (publicFrom) {
      const items = await itemsOf(tx, id);
      await takeBack(tx, actor, { ...release, publicFrom }, items, { kind: "too_early", reason, at });
    }
    await tx
      .update(releases)
      .set({ cancelledAt: at, revision: revision + 1 })
      .where(eq(releases.id, id));
    await record(tx, actor, {
      action: "release.cancel",
      subject: ["release", id],
      eventId: release.eventId,
      at,
      reason,
      details: { state },
    });
    return { id, revision: revision + 1 };
  });
}
