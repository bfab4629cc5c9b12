import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boardAnswers } from "@/db/enums";
import { type Answer, boardOutcome, type Seat, seatsOverlap, sitsOn } from "@/domain/board/rules";

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
const seat = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 20 })))
  .map(([fromOn, length]) => ({ fromOn, toOn: length === null ? null : later(fromOn, length) }));
const later = (from: string, days: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const board = fc
  .array(seat, { maxLength: 8 })
  .map((all) => all.map((one, n): Seat => ({ id: `m${n}`, ...one })));
const answersOf = (seats: Seat[]) =>
  fc
    .tuple(...seats.map(() => fc.option(fc.tuple(fc.constantFrom(...boardAnswers), day))))
    .map((said) =>
      said.flatMap((one, n): Answer[] =>
        one ? [{ boardMemberId: `m${n}`, answer: one[0], answeredOn: one[1] }] : [],
      ),
    );
const meeting = board.chain((seats) =>
  fc.record({
    seats: fc.constant(seats),
    answers: answersOf(seats),
    quorum: fc.integer({ min: 1, max: 5 }),
    on: day,
  }),
);

describe("the board", () => {
  it("counts on its first day and not on the day it ends", () => {
    expect(sitsOn({ fromOn: "2026-02-02", toOn: "2026-02-04" }, "2026-02-01")).toBe(false);
    expect(sitsOn({ fromOn: "2026-02-02", toOn: "2026-02-04" }, "2026-02-02")).toBe(true);
    expect(sitsOn({ fromOn: "2026-02-02", toOn: "2026-02-04" }, "2026-02-03")).toBe(true);
    expect(sitsOn({ fromOn: "2026-02-02", toOn: "2026-02-04" }, "2026-02-04")).toBe(false);
  });

  it("has two seats overlap exactly where some day has both", () => {
    const days = Array.from({ length: 60 }, (_, n) => later("2026-01-25", n));
    fc.assert(
      fc.property(seat, seat, (a, b) => {
        expect(seatsOverlap(a, b)).toBe(days.some((one) => sitsOn(a, one) && sitsOn(b, one)));
      }),
    );
  });

  it("never decides without a quorum of those who sit on that day, nor without more for than against", () => {
    fc.assert(
      fc.property(meeting, ({ seats, answers, quorum, on }) => {
        const found = boardOutcome(seats, answers, quorum, on);
        // Counted a second time, one by one.
        const votes = seats.flatMap((one) =>
          sitsOn(one, on)
            ? answers.filter((said) => said.boardMemberId === one.id && said.answeredOn <= on)
            : [],
        );
        const of = (answer: string) => votes.filter((vote) => vote.answer === answer).length;
        expect(found.quorumReached).toBe(votes.length >= quorum);
        expect(found.majority).toBe(of("approves") > of("declines"));
        expect(found.answered).toBe(found.approves + found.declines + found.abstains);
        expect(found.answered).toBeLessThanOrEqual(found.sitting);
      }),
    );
  });

  it("takes no account of who has left, nor of what is said after the day", () => {
    fc.assert(
      fc.property(meeting, ({ seats, answers, quorum, on }) => {
        const counted = answers.filter(({ boardMemberId, answeredOn }) =>
          seats.some((one) => one.id === boardMemberId && sitsOn(one, on) && answeredOn <= on),
        );
        expect(boardOutcome(seats, answers, quorum, on)).toEqual(boardOutcome(seats, counted, quorum, on));
      }),
    );
  });

  it("is never less in favour for one more who approves", () => {
    fc.assert(
      fc.property(meeting, ({ seats, answers, quorum, on }) => {
        const outcome = boardOutcome(seats, answers, quorum, on);
        const more = boardOutcome(
          [...seats, { id: "new", fromOn: on, toOn: null }],
          [...answers, { boardMemberId: "new", answer: "approves", answeredOn: on }],
          quorum,
          on,
        );
        expect(more.quorumReached || !outcome.quorumReached).toBe(true);
        expect(more.majority || !outcome.majority).toBe(true);
      }),
    );
  });
});
