import type { Transaction } from "@/db/client";
import type { ParticipationClass, ParticipationLevel, ParticipationState, PoolKind } from "@/db/enums";
import { delegations } from "@/db/schema/delegations";
import { participations } from "@/db/schema/participations";
import { type Pool, seatFor, withOneTaken } from "@/domain/pools/rules";
import { familyNames, functionalTitles, givenNames } from "./data/upcoming";
import { before, summitPools } from "./upcoming-summit";

/** The parties of the summit's delegations, going round: a full one, one under review, one not submitted, one small. */
const parties: [ParticipationClass, ParticipationState][][] = [
  [
    ["head", "approved"],
    ["delegate", "approved"],
    ["delegate", "approved"],
    ["adviser", "approved"],
    ["interpreter", "approved"],
  ],
  [
    ["head", "approved"],
    ["delegate", "submitted"],
    ["adviser", "pre_approved"],
    ["security", "on_hold"],
  ],
  [
    ["head", "nominated"],
    ["delegate", "nominated"],
    ["adviser", "nominated"],
  ],
  [
    ["head", "approved"],
    ["delegate", "approved"],
    ["staff", "declined"],
  ],
];

/** Those who registered by themselves: how many of which class in which state. */
const guests: [ParticipationClass, ParticipationState, number][] = [
  ["observer", "approved", 9],
  ["press", "approved", 6],
  ["delegate", "submitted", 9],
  ["delegate", "waitlisted", 8],
  ["press", "waitlisted", 4],
  ["observer", "declined", 3],
  ["delegate", "withdrawn", 6],
];

const held: readonly ParticipationState[] = ["approved"];

/** About a hundred invented people for the summit, in delegations and on their own, in every state; a few for the open dialogue. */
export async function seedParticipants(
  tx: Transaction,
  summitId: string,
  dialogueId: string,
  members: Record<string, string>,
  at: Date,
) {
  let pools: Pool[] = Object.entries(summitPools).map(([kind, seats]) => ({
    kind: kind as PoolKind,
    seats,
    taken: 0,
  }));
  const seat = (state: ParticipationState, own: PoolKind) => {
    const found = held.includes(state) ? seatFor(pools, own) : null;
    if (found) pools = withOneTaken(pools, found);
    return found;
  };
  let n = 0;
  const nominating = Object.entries(members).slice(0, 20);
  for (const [index, [key, organisationId]] of nominating.entries()) {
    const [delegation] = await tx
      .insert(delegations)
      .values({ eventId: summitId, organisationId, createdAt: before(at, 30) })
      .returning({ id: delegations.id });
    if (!delegation) throw new Error(`no delegation for ${key}`);
    const pool = key === "se" || key === "in" ? ("hosts" as const) : ("members" as const);
    for (const [position, [of, state]] of pickFrom(parties, index).entries()) {
      const wanted = seat(state, pool);
      await tx.insert(participations).values({
        ...person(n++, at),
        eventId: summitId,
        delegationId: delegation.id,
        organisationId,
        class: of,
        level: levelOf(of, key),
        alternate: position === 1,
        state: state === "approved" && !wanted ? "waitlisted" : state,
        stateReason: reasonFor(state),
        pool,
        seatPool: wanted,
        courtesyTitle: of === "head" && key.length === 2 ? "H.E." : "",
        source: "nomination",
      });
    }
  }
  for (const [of, state, count] of guests) {
    for (let i = 0; i < count; i++) {
      const pool = of === "press" ? ("press" as const) : ("open" as const);
      const wanted = seat(state, pool);
      await tx.insert(participations).values({
        ...person(n, at),
        eventId: summitId,
        organisationName: pickFrom(["Institute for Materials", "City of Sandhamn", "Nordic Grid Forum"], n++),
        class: of,
        level: i === 0 ? "senior_official" : "other",
        state: state === "approved" && !wanted ? "waitlisted" : state,
        stateReason: reasonFor(state),
        pool,
        seatPool: wanted,
        source: i % 5 === 4 ? "by_hand" : "registration",
      });
    }
  }
  for (let i = 0; i < 12; i++) {
    await tx.insert(participations).values({
      ...person(n + 30, at),
      eventId: dialogueId,
      organisationName: pickFrom(["Institute for Materials", "City of Sandhamn", "Nordic Grid Forum"], n++),
      class: "delegate",
      state: "approved",
      pool: "open",
      seatPool: "open",
      source: "registration",
    });
  }
}

/** The n-th invented person. */
function person(n: number, at: Date) {
  const given = pickFrom(givenNames, n);
  const family = pickFrom(familyNames, n * 7 + Math.floor(n / 20));
  return {
    name: `${given} ${family}`,
    familyName: family,
    email: `participant-${n + 1}@delegations.example.org`,
    functionalTitle: pickFrom(functionalTitles, n),
    stateAt: before(at, 20 - (n % 19)),
    accessNeeds: n % 23 === 4 ? "Step-free access to the room" : "",
    dietaryNeeds: n % 9 === 2 ? "Vegetarian" : "",
    listingConsentedAt: n % 3 === 0 ? null : before(at, 21),
    locale: n % 4 === 1 ? ("sv" as const) : ("en" as const),
    createdAt: before(at, 28 - (n % 8)),
    updatedAt: before(at, 20 - (n % 19)),
  };
}

function levelOf(of: ParticipationClass, key: string): ParticipationLevel {
  if (of !== "head") return of === "delegate" ? "senior_official" : "other";
  return key.length === 2 ? "minister" : "chief_executive";
}

function reasonFor(state: ParticipationState) {
  if (state === "declined") return "The places of this class are already filled.";
  return state === "on_hold" ? "The security office has a question." : "";
}

/** The n-th of a list, going round. */
function pickFrom<T>(list: readonly T[], n: number): T {
  const chosen = list[n % list.length];
  if (chosen === undefined) throw new Error("An empty list has nothing to pick.");
  return chosen;
}
