import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { delegationMessages } from "@/db/schema/delegations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { lockDelegation } from "./lock";

/** Notes that a focal point has read the messages to their delegation; the first who does counts. Answers how many. */
export async function readMessages(
  actor: Actor,
  { delegationId }: { delegationId: string },
  at = now(),
): Promise<{ read: number }> {
  return db().transaction(async (tx) => {
    const { event, delegation } = await lockDelegation(tx, actor, delegationId, at);
    ensure(actor, "delegation.read-message", { organisationId: delegation.organisationId });
    const read = await tx
      .update(delegationMessages)
      .set({ readAt: at })
      .where(and(eq(delegationMessages.delegationId, delegationId), isNull(delegationMessages.readAt)))
      .returning({ id: delegationMessages.id });
    if (read.length > 0)
      await record(tx, actor, {
        action: "delegation.read-message",
        subject: ["delegation", delegationId],
        eventId: event.id,
        at,
        details: { count: read.length },
      });
    return { read: read.length };
  });
}
