import {
  type OrganisationKind,
  organisationKinds,
  type ParticipationClass,
  type ParticipationLevel,
  type ParticipationState,
  participationClasses,
  participationLevels,
} from "@/db/enums";
import { type Region, regionOf, regions } from "@/domain/regions/rules";

/** Those whose coming is not decided yet, or who wait for a seat. */
export const undecided = [
  "nominated",
  "submitted",
  "pre_approved",
  "on_hold",
  "waitlisted",
] as const satisfies ParticipationState[];

/** Those the secretariat must decide on. */
export const awaiting = ["submitted", "pre_approved", "on_hold"] as const satisfies ParticipationState[];

/** How many of something are approved, and how many still open. */
export type Share<Key extends string> = { key: Key; approved: number; pending: number };

/** How many participations share these four marks; a null kind is an organisation we do not know, or none. */
export type Counted = {
  level: ParticipationLevel;
  class: ParticipationClass;
  kind: OrganisationKind | null;
  country: string | null;
  approved: number;
  pending: number;
};

/** Who comes: by level, class, kind of organisation and region of the world. What nobody has is absent. */
export function composition(counted: readonly Counted[]) {
  return {
    level: shares(participationLevels, counted, (row) => row.level),
    class: shares(participationClasses, counted, (row) => row.class),
    kind: shares([...organisationKinds, "unknown"] as const, counted, (row) => row.kind ?? "unknown"),
    region: shares([...regions, "unknown"] as const, counted, regionOfRow),
  };
}

const regionOfRow = (row: Counted): Region | "unknown" => (row.country && regionOf(row.country)) || "unknown";

function shares<Key extends string>(
  keys: readonly Key[],
  counted: readonly Counted[],
  of: (row: Counted) => Key,
): Share<Key>[] {
  return keys
    .map((key) => {
      const rows = counted.filter((row) => of(row) === key);
      const sum = (what: "approved" | "pending") => rows.reduce((total, row) => total + row[what], 0);
      return { key, approved: sum("approved"), pending: sum("pending") };
    })
    .filter((share) => share.approved + share.pending > 0);
}

/** How many had registered, and how many held their seat, at the end of a day. */
export type Day = { day: string; registered: number; approved: number };

/** Adds up what happened day by day: each day's numbers are those of its end. */
export function runningTotals(days: readonly Day[]): Day[] {
  let [registered, approved] = [0, 0];
  return days
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map((one) => {
      registered += one.registered;
      approved += one.approved;
      return { day: one.day, registered, approved };
    });
}

/** How long something has waited, from the shortest: in days, from and (excluded) to. */
export const ages = [
  { key: "day", from: 0, to: 1 },
  { key: "days", from: 1, to: 3 },
  { key: "week", from: 3, to: 7 },
  { key: "fortnight", from: 7, to: 14 },
  { key: "longer", from: 14, to: Number.POSITIVE_INFINITY },
] as const;
export type Age = (typeof ages)[number]["key"];

export type Waiting = { state: (typeof awaiting)[number]; days: number; count: number };

/** How many await a decision by how long they have waited, and in which state; every age, also where nobody is. */
export function byAge(waiting: readonly Waiting[]) {
  return ages.map(({ key, from, to }) => {
    const rows = waiting.filter((row) => row.days >= from && row.days < to);
    const sum = (state?: ParticipationState) =>
      rows.filter((row) => !state || row.state === state).reduce((total, row) => total + row.count, 0);
    return {
      age: key as Age,
      total: sum(),
      states: Object.fromEntries(awaiting.map((state) => [state, sum(state)])) as Record<
        (typeof awaiting)[number],
        number
      >,
    };
  });
}
