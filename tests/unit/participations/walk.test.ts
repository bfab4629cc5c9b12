import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ParticipationState,
  participationClasses,
  participationStates,
  poolKinds,
  promotionPolicies,
} from "@/db/enums";
import { offerOf, possible, stepsFrom } from "@/domain/participations/rules";
import { type Candidate, foresee, type Standing, severalSteps } from "@/domain/participations/several/rules";
import { freeIn, type Pool, seatFor } from "@/domain/pools/rules";

const anyPools = fc.uniqueArray(
  fc.record({ kind: fc.constantFrom(...poolKinds), seats: fc.nat(5), taken: fc.constant(0) }),
  { selector: (pool) => pool.kind, maxLength: 5 },
);

/** People as they may stand in the database: approved with a seat there is, waiting without, the others as they are. */
const anyPeople = (pools: Pool[]) =>
  fc
    .array(
      fc.record({
        state: fc.constantFrom(...participationStates),
        class: fc.constantFrom(...participationClasses),
        pool: fc.constantFrom(...poolKinds),
        letters: fc.nat(3),
      }),
      { maxLength: 20 },
    )
    .map((rows) => {
      let left = pools;
      return rows.map((row, n): Candidate => {
        const seatPool = row.state === "approved" ? seatFor(left, row.pool) : null;
        if (seatPool)
          left = left.map((pool) => (pool.kind === seatPool ? { ...pool, taken: pool.taken + 1 } : pool));
        const state: ParticipationState = row.state === "approved" && !seatPool ? "submitted" : row.state;
        return { ...row, id: `p${n}`, name: `P${n}`, arrival: n + 1, state, seatPool };
      });
    });

const anyEvent = anyPools.chain((pools) =>
  fc.record({
    people: anyPeople(pools),
    pools: fc.constant(pools),
    policy: fc.constantFrom(...promotionPolicies),
    step: fc.constantFrom(...severalSteps),
    moves: fc.boolean(),
  }),
);

const standingOf = ({
  people,
  pools,
  policy,
  moves,
}: { people: Candidate[]; pools: Pool[] } & Pick<Standing, "policy" | "moves">): Standing => ({
  pools: pools.map((pool) => ({
    ...pool,
    taken: people.filter((row) => row.seatPool === pool.kind).length,
  })),
  line: people.filter((row) => row.state === "waitlisted" && !row.seatPool),
  policy,
  classes: participationClasses,
  moves,
  cancelled: false,
});

describe("a walk through the states", () => {
  it("leads from a nomination only along the table, and ends where nothing leads on", () => {
    const targets: Partial<Record<string, ParticipationState>> = {
      submit: "submitted",
      pre_approve: "pre_approved",
      approve: "approved",
      waitlist: "waitlisted",
      hold: "on_hold",
      decline: "declined",
      withdraw: "withdrawn",
      replace: "replaced",
    };
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 30 }), (turns) => {
        let state: ParticipationState = "nominated";
        for (const turn of turns) {
          const steps = stepsFrom(state);
          const step = steps[turn % Math.max(1, steps.length)];
          if (!step) {
            expect(["declined", "withdrawn", "replaced"]).toContain(state);
            return;
          }
          expect(possible(step, state)).toBe(true);
          const before: ParticipationState = state;
          state = targets[step] ?? state;
          // Nobody comes back to the delegation, and nobody is approved whom it has not submitted.
          if (before !== "nominated") expect(state).not.toBe("nominated");
          if (before === "nominated") expect(state).not.toBe("approved");
        }
      }),
    );
  });

  it("knows an offer as open until the instant it ends, and nowhere else", () => {
    const at = new Date("2026-03-02T09:00:00Z");
    for (const state of participationStates)
      expect(offerOf({ state, offerExpiresAt: new Date(at.getTime() + 1) }, at)).toBe(
        state === "waitlisted" ? "open" : "none",
      );
    expect(offerOf({ state: "waitlisted", offerExpiresAt: at }, at)).toBe("expired");
    expect(offerOf({ state: "waitlisted", offerExpiresAt: null }, at)).toBe("none");
  });
});

describe("a decision for several", () => {
  it("gives no seat that is not there, reaches everyone once or says why not, and counts what it gives", () => {
    fc.assert(
      fc.property(anyEvent, ({ step, ...event }) => {
        const standing = standingOf(event);
        const forecast = foresee({ step }, event.people, standing);
        expect(forecast.done + forecast.refused.length).toBe(event.people.length);
        const given = Object.values(forecast.seats).reduce((sum, seats) => sum + seats, 0);
        if (standing.pools.length > 0) {
          const free = standing.pools.reduce((sum, { kind }) => sum + freeIn(standing.pools, kind), 0);
          expect(given + forecast.movedUp).toBeLessThanOrEqual(free + forecast.freed);
          if (step !== "approve") expect(given).toBe(0);
        }
        if (event.policy === "manual" || !event.moves) expect(forecast.movedUp).toBe(0);
        if (step === "pre_approve" || step === "hold")
          expect(forecast).toMatchObject({ mails: 0, freed: 0, movedUp: 0 });
        for (const row of event.people.filter((one) => !possible(step, one.state)))
          expect(forecast.refused.map(({ id }) => id)).toContain(row.id);
      }),
    );
  });

  it("does nothing to nobody", () => {
    fc.assert(
      fc.property(anyEvent, ({ step, ...event }) => {
        expect(foresee({ step }, [], standingOf(event))).toEqual({
          done: 0,
          refused: [],
          seats: {},
          freed: 0,
          movedUp: 0,
          mails: 0,
        });
      }),
    );
  });
});
