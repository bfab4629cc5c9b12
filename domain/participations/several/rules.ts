import type { ParticipationClass, ParticipationState, PoolKind, PromotionPolicy } from "@/db/enums";
import { freeIn, type Pool, seatFor, withOneTaken } from "@/domain/pools/rules";
import { moveUp } from "../line/rules";
import { possible } from "../rules";

/** The decisions that can be made for several at once. */
export const severalSteps = ["pre_approve", "approve", "waitlist", "hold", "decline", "withdraw"] as const;
export type SeveralStep = (typeof severalSteps)[number];

/** Whether a decision is refused without a reason. */
export const saysWhy = (step: string) => step === "decline" || step === "hold";

/** A participation as a decision for several looks at it. `letters` is how many mails tell of a decision on it. */
export type Candidate = {
  id: string;
  name: string;
  state: ParticipationState;
  arrival: number;
  class: ParticipationClass;
  pool: PoolKind;
  seatPool: PoolKind | null;
  letters: number;
};

/** How the event stands before the decision. */
export type Standing = {
  pools: readonly Pool[];
  /** Everybody in line, chosen or not. */
  line: readonly Candidate[];
  policy: PromotionPolicy;
  classes: readonly ParticipationClass[];
  /** Whether the line moves by itself now: the event is public, not cancelled and not over. */
  moves: boolean;
  cancelled: boolean;
};

/** What a decision for several will do, in numbers, and for whom it will be refused and why. */
export type Forecast = {
  done: number;
  refused: { id: string; name: string; code: string }[];
  /** Seats given, by the pool they come from. */
  seats: Partial<Record<PoolKind, number>>;
  /** Seats that become free. */
  freed: number;
  /** People of the waiting list who move up by it. */
  movedUp: number;
  mails: number;
};

/** After these somebody is told, and the line is looked at. */
const tells: readonly SeveralStep[] = ["approve", "waitlist", "decline", "withdraw"];

const to = {
  pre_approve: "pre_approved",
  approve: "approved",
  waitlist: "waitlisted",
  hold: "on_hold",
  decline: "declined",
  withdraw: "withdrawn",
} as const satisfies Record<SeveralStep, ParticipationState>;

/**
 * What the decision will do to each of the chosen, one after the other as it will be done: the seats it gives and
 * frees, who moves up by it meanwhile, and whom it does not reach. Somebody who was chosen and moves up by an earlier
 * one of the chosen has changed since they were seen.
 */
export function foresee(
  { step, pool }: { step: SeveralStep; pool?: PoolKind | null },
  chosen: readonly (Candidate | { id: string; name: string; refusal: string })[],
  standing: Standing,
): Forecast {
  let pools = standing.pools;
  let line = [...standing.line];
  const moved = new Set<string>();
  const forecast: Forecast = { done: 0, refused: [], seats: {}, freed: 0, movedUp: 0, mails: 0 };
  const take = (kind: PoolKind, seats: 1 | -1) => {
    if (pools.length > 0) pools = withOneTaken(pools, kind, seats);
  };
  const refuse = ({ id, name }: { id: string; name: string }, code: string) =>
    forecast.refused.push({ id, name, code });

  for (const row of chosen) {
    if ("refusal" in row) {
      refuse(row, row.refusal);
      continue;
    }
    if (moved.has(row.id)) {
      refuse(row, "stale");
      continue;
    }
    if (!possible(step, row.state)) {
      refuse(row, "not_from_this_state");
      continue;
    }
    const seat = seatAfter(row);
    if (typeof seat !== "object") {
      refuse(row, seat);
      continue;
    }
    if (seat.pool !== row.seatPool) {
      if (row.seatPool) take(row.seatPool, -1);
      if (row.seatPool && !seat.pool) forecast.freed += 1;
      if (seat.pool) {
        take(seat.pool, 1);
        forecast.seats[seat.pool] = (forecast.seats[seat.pool] ?? 0) + 1;
      }
    }
    forecast.done += 1;
    if (tells.includes(step)) forecast.mails += row.letters;
    line = line.filter((one) => one.id !== row.id);
    if (step === "waitlist") line.push({ ...row, state: to[step], seatPool: null });
    if (tells.includes(step)) passOn();
  }
  return forecast;

  function seatAfter(
    row: Candidate,
  ): { pool: PoolKind | null } | "event_cancelled" | "event_full" | "pool_full" {
    if (step === "pre_approve" || step === "hold") return { pool: row.seatPool };
    if (step !== "approve") return { pool: null };
    if (standing.cancelled) return "event_cancelled";
    if (row.seatPool && (!pool || pool === row.seatPool)) return { pool: row.seatPool };
    if (pool) return freeIn(pools, pool) > 0 ? { pool } : "pool_full";
    const free = seatFor(pools, row.pool);
    return free ? { pool: free } : "event_full";
  }

  function passOn() {
    if (!standing.moves) return;
    for (const move of moveUp(line, pools, standing.policy, standing.classes)) {
      take(move.pool, 1);
      moved.add(move.row.id);
      forecast.movedUp += 1;
      forecast.mails += move.row.letters;
      line = line.filter((one) => one.id !== move.row.id);
    }
  }
}
