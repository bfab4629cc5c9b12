import { and, count, eq, lt } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { participations } from "@/db/schema/participations";

/** How many seats of an event are held. Ask it behind the event's lock where the answer decides. */
export async function seatsTaken(query: Queryable, eventId: string): Promise<number> {
  const [row] = await query
    .select({ taken: count() })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.state, "approved")));
  return row?.taken ?? 0;
}

/** The place on the waiting list of an arrival, from 1. */
export async function placeInLine(query: Queryable, eventId: string, arrival?: number): Promise<number> {
  const waiting = and(eq(participations.eventId, eventId), eq(participations.state, "waitlisted"));
  const [row] = await query
    .select({ before: count() })
    .from(participations)
    .where(arrival === undefined ? waiting : and(waiting, lt(participations.arrival, arrival)));
  return (row?.before ?? 0) + 1;
}
