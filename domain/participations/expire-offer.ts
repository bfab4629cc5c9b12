import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { promote } from "./promote";
import { offerOf } from "./rules";
import { eventOf } from "./step";
import { tell } from "./tell";

/**
 * Ends an offer nobody answered in time: the person leaves the line and is told, and the seat goes to whoever is next.
 * To leave them at the end of the line would offer the seat to somebody silent again and again. Repeatable: an offer
 * that was answered is left alone, one that still runs is waited for.
 */
export async function expireOffer(
  actor: Actor,
  { id }: { id: string },
  at = now(),
): Promise<"expired" | "waits" | "nothing"> {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, await eventOf(tx, id));
    const [row] = await tx.select().from(participations).where(eq(participations.id, id)).for("update");
    ensure(actor, "participation.expire-offer");
    if (!row?.offerExpiresAt || event.cancelledAt) return "nothing";
    if (offerOf(row, at) !== "expired") {
      await enqueue(tx, "expire-offer", { id }, { jobKey: `offer:${id}`, runAt: row.offerExpiresAt });
      return "waits";
    }
    const [after] = await tx
      .update(participations)
      .set({
        state: "withdrawn",
        seatPool: null,
        offerExpiresAt: null,
        overrideReason: "",
        stateAt: at,
        updatedAt: at,
        stateReason: "",
        revision: row.revision + 1,
      })
      .where(eq(participations.id, id))
      .returning();
    if (!after) return "nothing";
    await record(tx, actor, {
      action: "participation.expire-offer",
      subject: ["participation", id],
      eventId: event.id,
      at,
      details: { from: row.state, to: after.state },
    });
    await tell(tx, "expired", after, event);
    await promote(tx, event, at);
    return "expired";
  });
}

/** Ends every offer whose time is over: for those whose job was lost, after a restored backup. Answers how many. */
export async function sweepOffers(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "participation.expire-offer");
  const moment = sql`${at.toISOString()}::timestamptz`;
  const due = await db()
    .select({ id: participations.id })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(
      and(lte(participations.offerExpiresAt, moment), isNull(events.cancelledAt), gt(events.endsAt, moment)),
    )
    .limit(1_000);
  const ended = [];
  for (const row of due) ended.push(await expireOffer(actor, row, at));
  return ended.filter((outcome) => outcome === "expired").length;
}
