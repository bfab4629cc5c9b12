import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { erasureRequests } from "@/db/schema/privacy";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";

/** A participant asks to be erased; asked twice it is one request. Refuses `not_found`. */
export async function askErasure(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    const [row] = await tx
      .select({ id: participations.id, eventId: participations.eventId })
      .from(participations)
      .where(and(eq(participations.id, id), isNull(participations.erasedAt)))
      .for("update");
    if (!row) throw new Refusal("not_found");
    ensure(actor, "privacy.ask-erasure", { participationId: id });
    const [open] = await tx.select({ id: erasureRequests.id }).from(erasureRequests).where(openOf(id));
    if (open) return open;
    const [asked] = await tx
      .insert(erasureRequests)
      .values({ participationId: id, askedAt: at })
      .returning({ id: erasureRequests.id });
    await record(tx, actor, {
      action: "privacy.ask-erasure",
      subject: ["participation", id],
      eventId: row.eventId,
      at,
    });
    return asked;
  });
}

/** The request of a participation that awaits its answer. */
export const openOf = (participationId: string) =>
  and(
    eq(erasureRequests.participationId, participationId),
    isNull(erasureRequests.doneAt),
    isNull(erasureRequests.refusedAt),
  );
