import { asc, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { EventKind } from "@/db/enums";
import { eventClasses } from "@/db/schema/pools";
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
