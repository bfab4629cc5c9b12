import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { tellCancelled } from "@/domain/participations/tell";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { CancelEventInput } from "./input";
import { lockEvent } from "./lock";

/**
 * Cancels an event with its reason; its live participants are told, with a calendar file that takes it out of their
 * calendars. Refuses `stale`, `event_cancelled`, `event_concluded`.
 */
export async function cancel(actor: Actor, { id, revision, reason }: CancelEventInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, id);
    ensure(actor, "event.cancel");
    if (event.cancelledAt) throw new Refusal("event_cancelled");
    if (event.concludedAt) throw new Refusal("event_concluded");
    if (event.revision !== revision) throw new Refusal("stale");
    const [cancelled] = await tx
      .update(events)
      .set({
        cancelledAt: at,
        cancellationReason: reason,
        calendarSequence: event.calendarSequence + 1,
        revision: revision + 1,
        updatedAt: at,
      })
      .where(eq(events.id, id))
      .returning();
    if (!cancelled) throw new Refusal("not_found");
    const told = event.announcedAt && event.announcedAt <= at ? await tellCancelled(tx, cancelled) : 0;
    const details = { told };
    await record(tx, actor, {
      action: "event.cancel",
      subject: ["event", id],
      eventId: id,
      at,
      reason,
      details,
    });
    return { revision: revision + 1, told };
  });
}
