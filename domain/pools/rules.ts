import type { PoolKind } from "@/db/enums";

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

/** The pools with one more seat of a kind taken. */
export function withOneTaken(pools: readonly Pool[], kind: PoolKind): Pool[] {
  return pools.map((pool) => (pool.kind === kind ? { ...pool, taken: pool.taken + 1 } : pool));
}
