import { and, inArray, isNull, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";

/** How long access and dietary needs are kept after an event: thirty days. */
export const needsKeptDays = 30;

/** Erases the access and dietary needs of events that ended long enough ago. Repeatable; answers how many rows. */
export async function eraseNeeds(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "participation.erase-needs");
  const longAgo = new Date(at.getTime() - needsKeptDays * 86_400_000);
  const over = db().select({ id: events.id }).from(events).where(lt(events.endsAt, longAgo));
  const erased = await db()
    .update(participations)
    .set({ accessNeeds: "", dietaryNeeds: "", needsErasedAt: at })
    .where(and(inArray(participations.eventId, over), isNull(participations.needsErasedAt)))
    .returning({ id: participations.id });
  return erased.length;
}
