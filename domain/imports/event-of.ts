import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { events } from "@/db/schema/events";
import { imports } from "@/db/schema/imports";

/** The event of an import, which is locked before it, and the revision it is at; nothing where it was thrown away. */
export async function eventOfImport(query: Queryable, id: string) {
  const [found] = await query
    .select({ event: events, revision: imports.revision })
    .from(imports)
    .innerJoin(events, eq(events.id, imports.eventId))
    .where(eq(imports.id, id));
  return found;
}
