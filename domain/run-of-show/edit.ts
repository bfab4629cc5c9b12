import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { cues } from "@/db/schema/run-of-show";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { zoneOf } from "@/domain/events/zone-of";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EditCueInput } from "./input";
import { columnsOf, ensureItem, lockCue } from "./row";
import { asForm } from "./rules";

/** Changes a row. Refuses `stale` with theirs, `no_such_item`, `time_skipped`, `time_twice`. */
export async function edit(actor: Actor, { id, revision, ...input }: EditCueInput, at = now()) {
  return db().transaction(async (tx) => {
    const before = await lockCue(tx, id);
    ensure(actor, "run-of-show.edit");
    if (before.revision !== revision) {
      throw new Refusal("stale", {}, { theirs: { revision: before.revision, ...asForm(before) } });
    }
    const columns = { ...columnsOf(input, await zoneOf(tx, before.eventId)), eventId: before.eventId };
    await ensureItem(tx, before.eventId, columns.itemId);
    await tx
      .update(cues)
      .set({ ...columns, revision: revision + 1 })
      .where(eq(cues.id, id));
    await record(tx, actor, {
      action: "run-of-show.edit",
      subject: ["event", before.eventId],
      eventId: before.eventId,
      at,
    });
    return { id, revision: revision + 1 };
  });
}
