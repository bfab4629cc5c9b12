import { and, asc, eq, isNull, lt } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { PoolKind } from "@/db/enums";
import { participations } from "@/db/schema/participations";
import { promotions } from "@/db/schema/pools";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { EventRow } from "@/domain/events/lock";
import { poolsOf } from "@/domain/pools/queries";
import { freeIn, seatFor } from "@/domain/pools/rules";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ApproveInput } from "./input";
import type { ParticipationRow } from "./said";
import { type Seat, step } from "./step";

/**
 * Gives a seat to someone who asked for one or waits: the one they hold already, one of the pool that is named, or the
 * first they may draw from. Above the capacity only with the right to override and a reason, which is kept with the
 * seat. Whoever stood in line before them is on record as passed over by hand. Refuses `event_full` where all are held,
 * `pool_full` where those of the named pool are, `reason_missing`, `event_cancelled`.
 */
export async function approve(actor: Actor, input: ApproveInput, at = now()) {
  const { pool: _, override: __, ...decision } = input;
  return step(
    actor,
    decision,
    {
      step: "approve",
      action: "participation.approve",
      to: "approved",
      news: "approved",
      async seat(tx, event, row): Promise<Seat> {
        if (event.cancelledAt) throw new Refusal("event_cancelled");
        const seat = await seatOf(tx, actor, input, event, row, at);
        if (row.state === "waitlisted" && !row.seatPool) await passOverByHand(tx, row, seat.seatPool, at);
        return seat;
      },
    },
    at,
  );
}

type Given = Seat & { seatPool: PoolKind };

async function seatOf(
  tx: Transaction,
  actor: Actor,
  { pool, override, reason }: ApproveInput,
  event: EventRow,
  row: ParticipationRow,
  at: Date,
): Promise<Given> {
  if (row.seatPool && (!pool || pool === row.seatPool)) return { seatPool: row.seatPool };
  const pools = await poolsOf(tx, event.id, at);
  const free = pool ? freeIn(pools, pool) > 0 && pool : seatFor(pools, row.pool);
  if (free) return { seatPool: free, overrideReason: "" };
  if (!override) {
    throw pool
      ? new Refusal("pool_full", { pool })
      : new Refusal("event_full", { capacity: event.capacity ?? 0 });
  }
  ensure(actor, "participation.override");
  if (reason === "") throw new Refusal("reason_missing");
  return { seatPool: pool ?? row.pool, overrideReason: reason };
}

/** A decision by hand passes over everybody who stood in line before; that is on record like any other move. */
async function passOverByHand(tx: Transaction, row: ParticipationRow, pool: PoolKind, at: Date) {
  const before = await tx
    .select({ id: participations.id })
    .from(participations)
    .where(
      and(
        eq(participations.eventId, row.eventId),
        eq(participations.state, "waitlisted"),
        isNull(participations.seatPool),
        lt(participations.arrival, row.arrival),
      ),
    )
    .orderBy(asc(participations.arrival));
  await tx.insert(promotions).values({
    eventId: row.eventId,
    participationId: row.id,
    pool,
    policy: "manual",
    at,
    passedOver: before.map(({ id }) => ({ id, reason: "chosen_by_hand" })),
  });
}
