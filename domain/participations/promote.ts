import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { promotions } from "@/db/schema/pools";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { classesOf } from "@/domain/classes/queries";
import type { EventRow } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { poolsOf } from "@/domain/pools/queries";
import { freeIn } from "@/domain/pools/rules";
import { enqueue } from "@/lib/jobs/enqueue";
import { moveUp } from "./line/rules";
import type { ParticipationRow } from "./said";
import { tell } from "./tell";

const house: Actor = { kind: "system", name: "waiting list" };

/**
 * Moves up whoever is next, as far as there are free seats in the pools they may draw from, by the event's policy. The
 * one way from the waiting list to a seat without a decision; called wherever a seat becomes free, in that transaction,
 * with the event locked. Where the event makes offers the seat is kept for them until the offer ends. Who was passed
 * over is recorded with why. Answers how many moved up.
 */
export async function promote(tx: Transaction, event: EventRow, at: Date): Promise<number> {
  ensure(house, "participation.promote");
  if (!event.announcedAt || event.announcedAt > at || event.cancelledAt || event.endsAt <= at) return 0;
  if (event.promotionPolicy === "manual") return 0;
  const pools = await poolsOf(tx, event.id, at);
  if (pools.length > 0 && pools.every(({ kind }) => freeIn(pools, kind) === 0)) return 0;
  const waiting = await tx
    .select()
    .from(participations)
    .where(
      and(
        eq(participations.eventId, event.id),
        eq(participations.state, "waitlisted"),
        isNull(participations.seatPool),
      ),
    )
    .orderBy(asc(participations.arrival));
  if (waiting.length === 0) return 0;
  const classes = await classesOf(tx, event);
  const moves = moveUp(
    waiting,
    pools,
    event.promotionPolicy,
    classes.map((row) => row.class),
  );
  for (const { row, pool, passedOver } of moves) {
    const promoted = await give(tx, event, row, pool, at);
    await tx.insert(promotions).values({
      eventId: event.id,
      participationId: row.id,
      pool,
      policy: event.promotionPolicy,
      at,
      passedOver,
    });
    await record(tx, house, {
      action: "participation.promote",
      subject: ["participation", row.id],
      eventId: event.id,
      at,
      details: { from: row.state, to: promoted.state, passedOver: passedOver.length },
    });
    await tell(tx, event.offerHours === null ? "promoted" : "offered", promoted, event);
  }
  return moves.length;
}

/** Gives the seat, or keeps it for as long as the offer lasts. */
async function give(
  tx: Transaction,
  event: EventRow,
  row: ParticipationRow,
  seatPool: ParticipationRow["pool"],
  at: Date,
) {
  const expires = event.offerHours && new Date(at.getTime() + event.offerHours * 3_600_000);
  // An offer that would outlast the beginning is no offer.
  const offerExpiresAt = expires && expires < event.startsAt ? expires : expires ? event.startsAt : null;
  const [after] = await tx
    .update(participations)
    .set({
      seatPool,
      offerExpiresAt,
      state: offerExpiresAt ? "waitlisted" : "approved",
      stateAt: at,
      updatedAt: at,
      stateReason: "",
      revision: row.revision + 1,
    })
    .where(eq(participations.id, row.id))
    .returning();
  if (!after) throw new Error("a participation vanished behind the event's lock");
  if (offerExpiresAt)
    await enqueue(tx, "expire-offer", { id: row.id }, { jobKey: `offer:${row.id}`, runAt: offerExpiresAt });
  return after;
}
