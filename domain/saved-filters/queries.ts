import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { savedFilters } from "@/db/schema/lists";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";

/** The filters of an event's list that somebody keeps, by name; none for whoever may keep none. */
export async function ownFilters(actor: Actor, eventId: string) {
  if (actor.kind !== "user" || !can(actor, "participation.keep-filter")) return [];
  return db()
    .select({ id: savedFilters.id, name: savedFilters.name, query: savedFilters.query })
    .from(savedFilters)
    .where(and(eq(savedFilters.eventId, eventId), eq(savedFilters.userId, actor.id)))
    .orderBy(asc(sql`lower(${savedFilters.name})`));
}
