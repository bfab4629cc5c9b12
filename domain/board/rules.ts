import type { BoardAnswer } from "@/db/enums";

/** A seat on the board: from its first day on, until the day it ends, which no longer counts. */
export type Seat = { id: string; fromOn: string; toOn: string | null };

/** What one of the board said, on which day. */
export type Answer = { boardMemberId: string; answer: BoardAnswer; answeredOn: string };

/** Whether somebody sits on the board on a day. */
export function sitsOn({ fromOn, toOn }: Pick<Seat, "fromOn" | "toOn">, day: string): boolean {
  return fromOn <= day && (toOn === null || day < toOn);
}

/** Whether two seats share a day: one person has one of them at a time, for each seat has a vote. */
export function seatsOverlap(a: Pick<Seat, "fromOn" | "toOn">, b: Pick<Seat, "fromOn" | "toOn">): boolean {
  return (b.toOn === null || a.fromOn < b.toOn) && (a.toOn === null || b.fromOn < a.toOn);
}

/**
 * What the board has said by a day. Only answers of those count who sit on that day, given until then: who has left
 * decides nothing any more. An abstention makes up the quorum and is neither for nor against.
 */
export function boardOutcome(
  seats: readonly Seat[],
  answers: readonly Answer[],
  quorum: number,
  day: string,
) {
  const sitting = new Set(seats.filter((seat) => sitsOn(seat, day)).map((seat) => seat.id));
  const counted = answers.filter((one) => sitting.has(one.boardMemberId) && one.answeredOn <= day);
  const said = (answer: BoardAnswer) => counted.filter((one) => one.answer === answer).length;
  const [approves, declines, abstains] = [said("approves"), said("declines"), said("abstains")];
  return {
    sitting: sitting.size,
    answered: counted.length,
    approves,
    declines,
    abstains,
    quorumReached: counted.length >= quorum,
    majority: approves > declines,
  };
}
export type BoardOutcome = ReturnType<typeof boardOutcome>;
