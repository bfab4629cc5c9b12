import type { Transaction } from "@/db/client";
import type { ParticipationClass, ParticipationState } from "@/db/enums";
import { participations } from "@/db/schema/participations";
import { familyNames, functionalTitles, givenNames } from "./data/upcoming";
import { before } from "./upcoming-summit";

const classes: ParticipationClass[] = [
  "head",
  "delegate",
  "delegate",
  "adviser",
  "delegate",
  "observer",
  "press",
  "delegate",
  "interpreter",
  "staff",
];

/** How many of the summit's participants are in which state; the sixty seats are all taken. */
const summitStates: [ParticipationState, number][] = [
  ["approved", 60],
  ["waitlisted", 17],
  ["submitted", 14],
  ["declined", 5],
  ["withdrawn", 7],
];

/** About a hundred invented people registered for the summit, in every state; a few for the open dialogue. */
export async function seedParticipants(
  tx: Transaction,
  summitId: string,
  dialogueId: string,
  members: Record<string, string>,
  at: Date,
) {
  const states = summitStates.flatMap(([state, count]) => Array<ParticipationState>(count).fill(state));
  await tx
    .insert(participations)
    .values(states.map((state, n) => participant(summitId, state, n, members, at)));
  const early = Array.from({ length: 12 }, (_, n) =>
    participant(dialogueId, "approved" as const, n + 130, members, at),
  );
  await tx.insert(participations).values(early);
}

function participant(
  eventId: string,
  state: ParticipationState,
  n: number,
  members: Record<string, string>,
  at: Date,
) {
  const given = pickFrom(givenNames, n);
  const family = pickFrom(familyNames, n * 7 + Math.floor(n / 20));
  const ids = Object.values(members);
  const organisationId = n % 6 === 5 ? null : pickFrom(ids, n * 3);
  return {
    eventId,
    state,
    name: `${given} ${family}`,
    email: `participant-${n + 1}@delegations.example.org`,
    functionalTitle: pickFrom(functionalTitles, n),
    organisationId,
    organisationName: organisationId
      ? ""
      : pickFrom(["Institute for Materials", "City of Sandhamn", "Nordic Grid Forum"], n),
    class: pickFrom(classes, n),
    stateReason: state === "declined" ? "The delegation’s places are already filled." : "",
    stateAt: before(at, 20 - (n % 19)),
    accessNeeds: n % 23 === 4 ? "Step-free access to the room" : "",
    dietaryNeeds: n % 9 === 2 ? "Vegetarian" : "",
    listingConsentedAt: n % 3 === 0 ? null : before(at, 21),
    locale: n % 4 === 1 ? ("sv" as const) : ("en" as const),
    source: n % 11 === 0 ? ("by_hand" as const) : ("registration" as const),
    createdAt: before(at, 28 - (n % 8)),
  };
}

/** The n-th of a list, going round. */
function pickFrom<T>(list: readonly T[], n: number): T {
  const chosen = list[n % list.length];
  if (chosen === undefined) throw new Error("An empty list has nothing to pick.");
  return chosen;
}
