import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { events } from "@/db/schema/events";
import { Refusal } from "@/lib/refusal";

/** The time zone of an event. Refuses `not_found`. */
export async function zoneOf(query: Queryable, eventId: string): Promise<string> {
  const [event] = await query.select({ zone: events.zone }).from(events).where(eq(events.id, eventId));
  if (!event) throw new Refusal("not_found");
  return event.zone;
}
