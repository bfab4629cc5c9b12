import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { cues } from "@/db/schema/run-of-show";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { CueStepInput } from "./input";
import { lockCue } from "./row";

/**
 * Records that a row was done, and when in fact. Of two who tick it the first counts; the other is refused `cue_done`.
 * Refuses `cue_changed` where it says something else than what was read.
 */
export async function tick(actor: Actor, { id, revision }: CueStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockCue(tx, id);
    ensure(actor, "run-of-show.tick");
    if (row.revision !== revision) throw new Refusal("cue_changed", { cue: row.cue });
    if (row.doneByName !== null) throw new Refusal("cue_done", { name: row.doneByName });
    await tx
      .update(cues)
      .set({ doneAt: at, doneByName: actorName(actor) })
      .where(eq(cues.id, id));
    await record(tx, actor, {
      action: "run-of-show.tick",
      subject: ["event", row.eventId],
      eventId: row.eventId,
      at,
    });
    return { doneAt: at };
  });
}
