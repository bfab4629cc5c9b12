import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { savedFilters } from "@/db/schema/lists";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";

/** Forgets a filter one has kept oneself. Refuses `not_found`, also for a filter of somebody else's. */
export async function forgetFilter(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    ensure(actor, "participation.keep-filter");
    if (actor.kind !== "user") throw new Refusal("not_found");
    const [gone] = await tx
      .delete(savedFilters)
      .where(and(eq(savedFilters.id, id), eq(savedFilters.userId, actor.id)))
      .returning({ eventId: savedFilters.eventId, name: savedFilters.name });
    if (!gone) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "participation.keep-filter",
      subject: ["event", gone.eventId],
      eventId: gone.eventId,
      at,
      details: { deed: "remove" },
    });
    return gone;
  });
}
