import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { poolsOf } from "@/domain/pools/queries";
import { freeIn, seatFor } from "@/domain/pools/rules";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ApproveInput } from "./input";
import { type Seat, step } from "./step";

/**
 * Gives a seat to someone who asked for one or waits: the one they hold already, one of the pool that is named, or the
 * first they may draw from. Above the capacity only with the right to override and a reason, which is kept with the
 * seat. Refuses `event_full` where all are held, `reason_missing`, `event_cancelled`.
 */
export async function approve(actor: Actor, input: ApproveInput, at = now()) {
  const { pool, override, ...decision } = input;
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
        if (row.seatPool && !pool) return { seatPool: row.seatPool };
        const pools = await poolsOf(tx, event.id, at);
        const free = pool
          ? (freeIn(pools, pool) > 0 || row.seatPool === pool) && pool
          : seatFor(pools, row.pool);
        if (free) return { seatPool: free };
        if (!override) throw new Refusal("event_full", { capacity: event.capacity ?? 0 });
        ensure(actor, "participation.override");
        if (input.reason === "") throw new Refusal("reason_missing");
        return { seatPool: pool ?? row.pool, overrideReason: input.reason };
      },
    },
    at,
  );
}
