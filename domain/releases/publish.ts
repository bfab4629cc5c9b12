import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { carryOutIn } from "./carry-out";
import type { ReleaseStepInput } from "./input";
import { ensureSeen, lockRelease } from "./lock";
import { releaseState } from "./rules";

/**
 * The button "now": makes everything of a release public at this moment, in one step. One that is scheduled goes out
 * earlier than planned. Pressed twice it goes out once. Refuses `stale`, `release_out`, `release_cancelled`, and
 * `obstacles` with all of them: then nothing is public.
 */
export async function publish(actor: Actor, { id, revision }: ReleaseStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    ensure(actor, "release.publish");
    const state = releaseState(release, at);
    if (state === "ready" || state === "released" || state === "undone") throw new Refusal("release_out");
    if (state === "cancelled") throw new Refusal("release_cancelled");
    ensureSeen(release, revision);
    await carryOutIn(tx, actor, release, { publicFrom: at, at });
    await record(tx, actor, {
      action: "release.publish",
      subject: ["release", id],
      eventId: release.eventId,
      at,
    });
    return { id, publicFrom: at };
  });
}
