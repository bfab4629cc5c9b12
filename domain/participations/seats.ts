import { and, count, eq, isNull, lt } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { participations } from "@/db/schema/participations";

/** The place on the waiting list of an arrival, from 1. Whoever is offered a seat does not stand in line any more. */
export async function placeInLine(query: Queryable, eventId: string, arrival?: number): Promise<number> {
  const waiting = and(
    eq(participations.eventId, eventId),
    eq(participations.state, "waitlisted"),
    isNull(participations.seatPool),
  );
  const [row] = await query
    .select({ before: count() })
    .from(participations)
    .where(arrival === undefined ? waiting : and(waiting, lt(participations.arrival, arrival)));
  return (row?.before ?? 0) + 1;
}
