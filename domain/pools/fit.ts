import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { poolKinds } from "@/db/enums";
import { eventPools } from "@/db/schema/pools";
import { Refusal } from "@/lib/refusal";
import { poolsOf, takenOf } from "./queries";

/**
 * Fits the pools to an event's new capacity, behind its lock: the open pool takes what the others leave; without a
 * capacity there are no pools. Where an event had no limit, seats that are held of another kind become that kind's
 * pool. Refuses `fewer_seats_than_taken` where the open pool cannot shrink that far.
 */
export async function fitPools(tx: Transaction, eventId: string, capacity: number | null, at: Date) {
  if (capacity === null) {
    await tx.delete(eventPools).where(eq(eventPools.eventId, eventId));
    return;
  }
  const [pools, taken] = [await poolsOf(tx, eventId, at), await takenOf(tx, eventId, at)];
  if (pools.reduce((sum, pool) => sum + pool.seats, 0) === capacity && pools.length > 0) return;
  const held = poolKinds
    .filter((kind) => kind !== "open" && (taken[kind] ?? 0) > 0 && !pools.some((pool) => pool.kind === kind))
    .map((kind) => ({ eventId, kind, seats: taken[kind] ?? 0 }));
  const named = [...pools.filter((pool) => pool.kind !== "open"), ...held];
  const open = capacity - named.reduce((sum, pool) => sum + pool.seats, 0);
  if (open < (taken.open ?? 0))
    throw new Refusal("fewer_seats_than_taken", { capacity, taken: capacity - open + (taken.open ?? 0) });
  await tx.delete(eventPools).where(and(eq(eventPools.eventId, eventId), eq(eventPools.kind, "open")));
  await tx.insert(eventPools).values([...held, { eventId, kind: "open", seats: open }]);
}
