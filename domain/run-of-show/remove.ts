import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { cues } from "@/db/schema/run-of-show";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { CueStepInput } from "./input";
import { lockCue } from "./row";

/** Takes a row out of the run of show. Refuses `cue_changed` with what it says now. */
export async function remove(actor: Actor, { id, revision }: CueStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockCue(tx, id);
    ensure(actor, "run-of-show.edit");
    if (row.revision !== revision) throw new Refusal("cue_changed", { cue: row.cue });
    await tx.delete(cues).where(eq(cues.id, id));
    const details = { removed: 1 };
    await record(tx, actor, {
      action: "run-of-show.edit",
      subject: ["event", row.eventId],
      eventId: row.eventId,
      at,
      details,
    });
    return { eventId: row.eventId };
  });
}
