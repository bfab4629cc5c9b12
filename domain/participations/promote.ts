import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { EventRow } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { freeSeats } from "./rules";
import { seatsTaken } from "./seats";
import { tell } from "./tell";

const house: Actor = { kind: "system", name: "waiting list" };

/**
 * Moves up whoever waits longest, as far as there are free seats. The one way from the waiting list to a seat without a
 * decision; called wherever a seat becomes free, in that transaction, with the event locked. Answers how many moved up.
 */
export async function promote(tx: Transaction, event: EventRow, at: Date): Promise<number> {
  ensure(house, "participation.promote");
  if (!event.announcedAt || event.cancelledAt || event.endsAt <= at) return 0;
  const free = freeSeats(event.capacity, await seatsTaken(tx, event.id));
  if (free === 0) return 0;
  const waiting = tx
    .select()
    .from(participations)
    .where(and(eq(participations.eventId, event.id), eq(participations.state, "waitlisted")))
    .orderBy(asc(participations.arrival));
  const next = await (Number.isFinite(free) ? waiting.limit(free) : waiting);
  for (const row of next) {
    const [promoted] = await tx
      .update(participations)
      .set({ state: "approved", stateAt: at, stateReason: "", revision: row.revision + 1 })
      .where(eq(participations.id, row.id))
      .returning();
    if (!promoted) continue;
    await record(tx, house, {
      action: "participation.promote",
      subject: ["participation", row.id],
      eventId: event.id,
      at,
      details: { from: row.state, to: promoted.state },
    });
    await tell(tx, "promoted", promoted, event);
  }
  return next.length;
}
