import { and, asc, count, eq, inArray } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import type { EventKind, ParticipationClass } from "@/db/enums";
import { participations } from "@/db/schema/participations";
import { eventClasses } from "@/db/schema/pools";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { liveStates } from "@/domain/participations/rules";
import { type EventClass, presetClasses } from "./rules";

/** The classes of an event in the order of priority: its own, or the preset of its kind where none were set. */
export async function classesOf(
  query: Queryable,
  event: { id: string; kind: EventKind },
): Promise<EventClass[]> {
  const rows = await query
    .select({ class: eventClasses.class, quota: eventClasses.quota, zones: eventClasses.zones })
    .from(eventClasses)
    .where(eq(eventClasses.eventId, event.id))
    .orderBy(asc(eventClasses.position));
  return rows.length > 0 ? rows : presetClasses(event.kind);
}

/** How many live participations of an event have each class. */
export async function countsByClass(actor: Actor, eventId: string): Promise<Map<ParticipationClass, number>> {
  ensure(actor, "participation.list");
  const rows = await db()
    .select({ class: participations.class, count: count() })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), inArray(participations.state, [...liveStates])))
    .groupBy(participations.class);
  return new Map(rows.map((row) => [row.class, row.count]));
}
