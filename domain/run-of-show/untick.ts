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

/** Takes back that a row was done. Refuses `cue_changed`, and `cue_not_done` where somebody took it back already. */
export async function untick(actor: Actor, { id, revision }: CueStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockCue(tx, id);
    ensure(actor, "run-of-show.tick");
    if (row.revision !== revision) throw new Refusal("cue_changed", { cue: row.cue });
    if (row.doneAt === null) throw new Refusal("cue_not_done");
    await tx.update(cues).set({ doneAt: null, doneByName: null }).where(eq(cues.id, id));
    const details = { undone: 1 };
    await record(tx, actor, {
      action: "run-of-show.tick",
      subject: ["event", row.eventId],
      eventId: row.eventId,
      at,
      details,
    });
    return { doneAt: null };
  });
}
