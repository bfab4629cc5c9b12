import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { itemRuns } from "@/db/schema/live";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { RunInput } from "@/domain/agenda/input";
import { latestRelease } from "@/domain/agenda/release";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";

/**
 * Notes that a released item begins now, beside when it was to; one that was ended by mistake goes on. Refuses
 * `not_released`, `item_begun`, `stale`.
 */
export async function begin(actor: Actor, { eventId, itemId, revision }: RunInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, eventId);
      ensure(actor, "agenda.run");
      const release = await latestRelease(tx, event.id, at);
      const item = release?.content.items.find((one) => one.id === itemId);
      if (!item) throw new Refusal("not_released");
      const run = await runOf(tx, itemId);
      if (run && !run.endedAt) throw new Refusal("item_begun");
      if ((run?.revision ?? 0) !== revision) throw new Refusal("stale");
      if (run) {
        const again = { endedAt: null, endedBy: "", revision: run.revision + 1 };
        await tx.update(itemRuns).set(again).where(eq(itemRuns.itemId, itemId));
      } else {
        await tx.insert(itemRuns).values({
          itemId,
          eventId,
          plannedStartsAt: new Date(item.startsAt),
          plannedEndsAt: new Date(item.endsAt),
          startedAt: at,
          startedBy: actorName(actor),
        });
      }
      await record(tx, actor, {
        action: "agenda.run",
        subject: ["agenda_item", itemId],
        eventId,
        at,
        details: { item: run ? "goes_on" : "begun" },
      });
      return { revision: revision + 1 };
    });
  return refusing(runConstraints, write);
}

/** What the database may say no to: an item that is released and no longer in the draft. */
const runConstraints = { item_runs_item_id_agenda_items_id_fk: "not_released" };

/** The record of an item's beginning and end, where it has begun. */
export async function runOf(tx: Transaction, itemId: string) {
  const [run] = await tx.select().from(itemRuns).where(eq(itemRuns.itemId, itemId));
  return run;
}
