import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { availabilities } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RemoveAvailabilityInput } from "./input";

/** Takes back a time at which a person can be given something to do. It never changes, so nobody can be stale about it. */
export async function removeAvailability(actor: Actor, { id }: RemoveAvailabilityInput, at = now()) {
  return db().transaction(async (tx) => {
    ensure(actor, "agenda.edit");
    const [gone] = await tx
      .delete(availabilities)
      .where(eq(availabilities.id, id))
      .returning({ eventId: availabilities.eventId });
    if (!gone) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "agenda.edit",
      subject: ["event", gone.eventId],
      eventId: gone.eventId,
      at,
      details: { availability: "removed" },
    });
    return gone;
  });
}
