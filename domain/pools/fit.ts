import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventPools } from "@/db/schema/pools";
import { Refusal } from "@/lib/refusal";
import { poolsOf } from "./queries";

/**
 * Fits the pools to an event's new capacity, behind its lock: the open pool takes what the others leave; without a
 * capacity there are no pools. Refuses `fewer_seats_than_taken` where the open pool cannot shrink that far.
 */
export async function fitPools(tx: Transaction, eventId: string, capacity: number | null, at: Date) {
  if (capacity === null) {
    await tx.delete(eventPools).where(eq(eventPools.eventId, eventId));
    return;
  }
  const pools = await poolsOf(tx, eventId, at);
  if (pools.reduce((sum, pool) => sum + pool.seats, 0) === capacity && pools.length > 0) return;
  const named = pools.filter((pool) => pool.kind !== "open");
  const open = capacity - named.reduce((sum, pool) => sum + pool.seats, 0);
  const taken = pools.find((pool) => pool.kind === "open")?.taken ?? 0;
  if (open < taken) throw new Refusal("fewer_seats_than_taken", { capacity, taken: capacity - open + taken });
  await tx.delete(eventPools).where(and(eq(eventPools.eventId, eventId), eq(eventPools.kind, "open")));
  await tx.insert(eventPools).values({ eventId, kind: "open", seats: open });
}
