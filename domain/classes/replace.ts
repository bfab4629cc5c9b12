import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { eventClasses } from "@/db/schema/pools";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { promote } from "@/domain/participations/promote";
import { Refusal } from "@/lib/refusal";
import { classesOf } from "./queries";
import { classesValues, type EventClass } from "./rules";

/** Writes an event's classes anew, in the order given; the line is looked at, for its order may hang on theirs. */
export async function replaceClasses(
  actor: Actor,
  { id, revision, rows }: { id: string; revision: number; rows: EventClass[] },
  at: Date,
) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, id);
    ensure(actor, "event.edit-places");
    if (event.revision !== revision) {
      const theirs = { classes: { ...classesValues(await classesOf(tx, event)) }, revision: event.revision };
      throw new Refusal("stale", {}, { theirs });
    }
    if (event.cancelledAt) throw new Refusal("event_cancelled");
    await tx.delete(eventClasses).where(eq(eventClasses.eventId, id));
    await tx.insert(eventClasses).values(rows.map((row, position) => ({ ...row, eventId: id, position })));
    const [after] = await tx
      .update(events)
      .set({ revision: revision + 1, updatedAt: at })
      .where(eq(events.id, id))
      .returning();
    if (!after) throw new Refusal("not_found");
    const details = { changed: ["classes"] };
    await record(tx, actor, {
      action: "event.edit-places",
      subject: ["event", id],
      eventId: id,
      at,
      details,
    });
    await promote(tx, after, at);
    return { revision: after.revision };
  });
}
