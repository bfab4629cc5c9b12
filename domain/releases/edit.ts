import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { factsOf } from "./create";
import type { EditReleaseInput } from "./input";
import { ensureDraft, ensureSeen, lockRelease, touch } from "./lock";

/** Changes what a release is called and where its button stands. Refuses `stale`, `release_not_draft`, `no_such_event`, `no_such_item`. */
export async function edit(actor: Actor, { id, revision, ...input }: EditReleaseInput, at = now()) {
  return db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    ensure(actor, "release.edit");
    ensureSeen(release, revision);
    ensureDraft(release, at);
    const touched = await touch(tx, release, await factsOf(tx, input));
    await record(tx, actor, {
      action: "release.edit",
      subject: ["release", id],
      eventId: release.eventId,
      at,
      details: { changed: ["facts"] },
    });
    return touched;
  });
}
