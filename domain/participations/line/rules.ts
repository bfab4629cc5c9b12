import type { ParticipationClass, PoolKind, PromotionPolicy } from "@/db/enums";
import { type Pool, seatFor, withOneTaken } from "@/domain/pools/rules";

type Waiting = { id: string; arrival: number; class: ParticipationClass; pool: PoolKind };

/** One move up: who, into which pool, and who was before them in line and why they were passed over. */
export type Move<Row> = { row: Row; pool: PoolKind; passedOver: { id: string; reason: string }[] };

/**
 * Who moves up, in order, given the free seats. By `order` it is arrival; by `priority` the event's order of classes,
 * then arrival. Nobody is skipped without a reason: `no_seat_in_pool`, or `lower_class` for whoever came earlier but
 * stands in a class that comes later. With `manual` nobody moves by itself.
 */
export function moveUp<Row extends Waiting>(
  waiting: readonly Row[],
  pools: readonly Pool[],
  policy: PromotionPolicy,
  classes: readonly ParticipationClass[],
): Move<Row>[] {
  if (policy === "manual") return [];
  const rank = (row: Row) => {
    const place = classes.indexOf(row.class);
    return place === -1 ? classes.length : place;
  };
  const line = waiting.toSorted(
    (a, b) => (policy === "priority" ? rank(a) - rank(b) : 0) || a.arrival - b.arrival,
  );
  const moves: Move<Row>[] = [];
  const moved = new Set<string>();
  let shares: readonly Pool[] = pools;
  for (const row of line) {
    const pool = seatFor(shares, row.pool);
    if (!pool) continue;
    if (shares.length > 0) shares = withOneTaken(shares, pool);
    moved.add(row.id);
    moves.push({ row, pool, passedOver: [] });
  }
  for (const move of moves) {
    move.passedOver = line
      .filter((other) => !moved.has(other.id) && other.arrival < move.row.arrival)
      .map((other) => ({
        id: other.id,
        reason: rank(other) > rank(move.row) && policy === "priority" ? "lower_class" : "no_seat_in_pool",
      }));
  }
  return moves;
}
