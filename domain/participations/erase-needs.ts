import { and, inArray, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";

/**
 * Erases the access and dietary needs of events that ended longer ago than the event keeps them (thirty days unless it
 * says otherwise). Repeatable; answers how many rows.
 */
export async function eraseNeeds(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "participation.erase-needs");
  const over = db()
    .select({ id: events.id })
    .from(events)
    .where(
      lt(
        sql`${events.endsAt} + make_interval(days => ${events.needsKeptDays})`,
        sql`${at.toISOString()}::timestamptz`,
      ),
    );
  const erased = await db()
    .update(participations)
    .set({ accessNeeds: "", dietaryNeeds: "", needsErasedAt: at })
    .where(and(inArray(participations.eventId, over), isNull(participations.needsErasedAt)))
    .returning({ id: participations.id });
  return erased.length;
}
