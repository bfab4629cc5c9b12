import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { itemRuns } from "@/db/schema/live";
import { speakers } from "@/db/schema/speakers";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { RunInput } from "@/domain/agenda/input";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { runOf } from "./begin";

/** Notes that an item ends now. Refuses `item_not_begun`, `stale`, and `floor_taken` while somebody has the floor in it. */
export async function finish(actor: Actor, { eventId, itemId, revision }: RunInput, at = now()) {
  return db().transaction(async (tx) => {
    await lockEvent(tx, eventId);
    ensure(actor, "agenda.run");
    const run = await runOf(tx, itemId);
    if (run?.eventId !== eventId || run.endedAt) throw new Refusal("item_not_begun");
    if (run.revision !== revision) throw new Refusal("stale");
    const floor = and(eq(speakers.itemId, itemId), eq(speakers.state, "speaking"));
    const [speaking] = await tx.select({ id: speakers.id }).from(speakers).where(floor);
    if (speaking) throw new Refusal("floor_taken");
    await tx
      .update(itemRuns)
      .set({ endedAt: at, endedBy: actorName(actor), revision: revision + 1 })
      .where(eq(itemRuns.itemId, itemId));
    await record(tx, actor, {
      action: "agenda.run",
      subject: ["agenda_item", itemId],
      eventId,
      at,
      details: { item: "ended" },
    });
    return { revision: revision + 1 };
  });
}
