import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { erasureRequests } from "@/db/schema/privacy";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { tell } from "@/domain/participations/tell";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { openOf } from "./ask-erasure";

/**
 * Says no to a request to be erased, with the reason, which the person is mailed. Refuses `reason_missing`, `not_found`
 * where there is no open request.
 */
export async function refuseErasure(actor: Actor, input: { id: string; reason: string }, at = now()) {
  if (input.reason === "") throw new Refusal("reason_missing");
  return db().transaction(async (tx) => {
    const [found] = await tx.select().from(participations).where(eq(participations.id, input.id));
    if (!found) throw new Refusal("not_found");
    const event = await lockEvent(tx, found.eventId);
    ensure(actor, "privacy.erase");
    const [request] = await tx
      .update(erasureRequests)
      .set({ refusedAt: at, refusedReason: input.reason })
      .where(openOf(input.id))
      .returning({ id: erasureRequests.id });
    if (!request) throw new Refusal("not_found");
    await tell(tx, "kept", { ...found, stateReason: input.reason }, event);
    await record(tx, actor, {
      action: "privacy.erase",
      subject: ["participation", input.id],
      eventId: event.id,
      at,
      details: { refused: true },
    });
    return { id: input.id };
  });
}
