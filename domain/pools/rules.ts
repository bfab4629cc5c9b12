import { type PoolKind, poolKinds } from "@/db/enums";

/** A share of an event's capacity at a moment: its seats, and how many of them are taken or kept for somebody. */
export type Pool = { kind: PoolKind; seats: number; taken: number };

/** Seats of a pool that nobody holds. An event without pools has no limit; a pool it does not have has no seats. */
export function freeIn(pools: readonly Pool[], kind: PoolKind): number {
  if (pools.length === 0) return Number.POSITIVE_INFINITY;
  const pool = pools.find((one) => one.kind === kind);
  return pool ? Math.max(0, pool.seats - pool.taken) : 0;
}

/**
 * The pools somebody may draw a seat from, in order: their own first, then the open one. Press stays among the press
 * where it has a pool, so that a crowd of reporters never takes a delegate's seat. The reserve is given by hand only.
 */
export function drawOrder(pools: readonly Pool[], own: PoolKind): PoolKind[] {
  const has = (kind: PoolKind) => pools.some((pool) => pool.kind === kind);
  if (own === "press" && has("press")) return ["press"];
  if (own === "hosts") return ["hosts", "members", "open"];
  return own === "open" ? ["open"] : [own, "open"];
}

/** The pool from which somebody gets a seat now; null where every pool they may draw from is full. */
export function seatFor(pools: readonly Pool[], own: PoolKind): PoolKind | null {
  if (pools.length === 0) return own;
  return drawOrder(pools, own).find((kind) => freeIn(pools, kind) > 0) ?? null;
}

/** The pools with one more seat of a kind taken, or with one given back. */
export function withOneTaken(pools: readonly Pool[], kind: PoolKind, seats: 1 | -1 = 1): Pool[] {
  return pools.map((pool) => (pool.kind === kind ? { ...pool, taken: pool.taken + seats } : pool));
}

/** How many seats each pool is to have; a kind that is null is no pool of the event. */
export type Shares = Record<PoolKind, number | null>;

/**
 * The first pool that would have fewer seats than are taken of it. One that is above its seats already, because
 * somebody was let in above the capacity, may stay as it is and grow, but not shrink.
 */
export function tooSmall(
  wanted: Shares,
  now: readonly Pool[],
  taken: Partial<Record<PoolKind, number>>,
): { kind: PoolKind; taken: number } | undefined {
  return poolKinds
    .map((kind) => ({ kind, taken: taken[kind] ?? 0 }))
    .find(({ kind, taken }) => {
      const before = now.find((pool) => pool.kind === kind)?.seats;
      return (wanted[kind] ?? 0) < Math.min(taken, before ?? taken);
    });
}

/** The seats of all pools together. */
export function capacityOf(shares: Shares): number {
  return poolKinds.reduce((sum, kind) => sum + (shares[kind] ?? 0), 0);
}
