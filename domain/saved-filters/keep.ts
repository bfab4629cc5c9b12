import { and, count, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { savedFilters } from "@/db/schema/lists";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import type { KeepFilterInput } from "@/domain/participations/list/input";
import { most } from "@/domain/participations/list/rules";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";

/**
 * Keeps a filter of an event's list for oneself under a name; the same name again replaces what was kept under it.
 * Refuses `too_many_filters`.
 */
export async function keepFilter(actor: Actor, { eventId, name, query }: KeepFilterInput, at = now()) {
  return db().transaction(async (tx) => {
    await lockEvent(tx, eventId);
    ensure(actor, "participation.keep-filter");
    if (actor.kind !== "user") throw new Refusal("not_allowed");
    const own = and(eq(savedFilters.eventId, eventId), eq(savedFilters.userId, actor.id));
    const [others] = await tx
      .select({ count: count() })
      .from(savedFilters)
      .where(and(own, ne(savedFilters.name, name)));
    if ((others?.count ?? 0) >= most.filters) throw new Refusal("too_many_filters", { most: most.filters });
    const [kept] = await tx
      .insert(savedFilters)
      .values({ eventId, userId: actor.id, name, query, createdAt: at })
      .onConflictDoUpdate({
        target: [savedFilters.eventId, savedFilters.userId, savedFilters.name],
        set: { query, createdAt: at },
      })
      .returning({ id: savedFilters.id });
    if (!kept) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "participation.keep-filter",
      subject: ["event", eventId],
      eventId,
      at,
    });
    return kept;
  });
}
