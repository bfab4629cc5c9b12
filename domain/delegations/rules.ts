import type { CredentialsState, EventKind, ParticipationClass, ParticipationState } from "@/db/enums";
import { byName } from "@/domain/names/rules";
import { liveStates } from "@/domain/participations/rules";

type Deadlines = { nominationClosesAt: Date | null; nominationGraceMinutes: number; endsAt: Date };
type Own = { nominationClosesAt: Date | null };

const earlier = (a: Date, b: Date) => (a < b ? a : b);

/** The deadline that is announced: the delegation's own, else the event's, else the end of the event. */
export function deadlineOf(event: Deadlines, delegation: Own): Date {
  return earlier(delegation.nominationClosesAt ?? event.nominationClosesAt ?? event.endsAt, event.endsAt);
}

/** Until when what comes late is still taken. Announced to nobody before the deadline has passed. */
export function acceptedUntil(event: Deadlines, delegation: Own): Date {
  const grace = event.nominationGraceMinutes * 60_000;
  return earlier(new Date(deadlineOf(event, delegation).getTime() + grace), event.endsAt);
}

/** Whether a delegation can be nominated and changed by its focal points at a moment. */
export type NominationDoor = "open" | "in_grace" | "over";

/** The door of a delegation: open until the announced deadline, silently held open for the grace, then over. */
export function nominationDoor(event: Deadlines, delegation: Own, at: Date): NominationDoor {
  if (at < deadlineOf(event, delegation)) return "open";
  return at < acceptedUntil(event, delegation) ? "in_grace" : "over";
}

/** Whether somebody in a state counts against a quota, and as coming. */
export function isLive(state: ParticipationState): boolean {
  return (liveStates as readonly ParticipationState[]).includes(state);
}

/** How many of a class there may be; null is without limit. */
export type Quota = { class: ParticipationClass; quota: number | null };
type Member = { class: ParticipationClass; state: ParticipationState };

/** A class of a delegation: how many it may have (null: as many as it likes), and how many it has. */
export type Fill = Quota & { taken: number };

/**
 * How full a delegation is, by class, in the order of the event: its own quota where it has one, else the event's. A
 * class that the event does not have has room for nobody, and is named where somebody is in it all the same.
 */
export function fillOf(classes: readonly Quota[], own: readonly Quota[], people: readonly Member[]): Fill[] {
  const known = [...classes, ...own].map((row) => row.class);
  const all = [
    ...new Set([...known, ...people.filter(({ state }) => isLive(state)).map((row) => row.class)]),
  ];
  return all.map((of) => {
    const found = own.find((row) => row.class === of) ?? classes.find((row) => row.class === of);
    const taken = people.filter((person) => person.class === of && isLive(person.state)).length;
    return { class: of, quota: found ? found.quota : 0, taken };
  });
}

/** Whether a class of a delegation has room for one more. */
export function hasRoom(fills: readonly Fill[], of: ParticipationClass): boolean {
  const fill = fills.find((row) => row.class === of);
  return fill !== undefined && (fill.quota === null || fill.taken < fill.quota);
}

/** Whether one more of a class is above the quota. A second head is refused by the database, which says more. */
export function goesAbove(fills: readonly Fill[], of: ParticipationClass): boolean {
  const secondHead = of === "head" && fills.some((fill) => fill.class === "head" && fill.quota === 1);
  return !secondHead && !hasRoom(fills, of);
}

/** How full the delegations of an event are, by organisation; `usual` is one that has not begun. */
export type Room = { usual: readonly Fill[]; of: Record<string, readonly Fill[]> };

/** How full the delegation of an organisation is. */
export function fillsIn(room: Room, organisationId: string): readonly Fill[] {
  return room.of[organisationId] ?? room.usual;
}

/** Counts one more, or one less, of a class in the delegation of an organisation. */
export function counted(room: Room, organisationId: string, of: ParticipationClass, by: 1 | -1): void {
  room.of[organisationId] = fillsIn(room, organisationId).map((fill) =>
    fill.class === of ? { ...fill, taken: fill.taken + by } : fill,
  );
}

/** Whether more are in a class than it may have: a quota was lowered, or somebody was added by hand. */
export function isOver({ quota, taken }: Fill): boolean {
  return quota !== null && taken > quota;
}

export type SubmittingObstacle =
  | "nobody_nominated"
  | "no_head"
  | "over_quota"
  | "name_missing"
  | "deadline_over"
  | "event_cancelled"
  | "event_over";

type Submitting = {
  event: Deadlines & { cancelledAt: Date | null };
  delegation: Own;
  fills: readonly Fill[];
  people: readonly (Member & { name: string })[];
  /** Whether the deadline binds whoever submits; the secretariat's own people it does not. */
  bound: boolean;
};

/** What stands in the way of submitting the nominations of a delegation; empty when nothing does. */
export function obstaclesToSubmitting(
  { event, delegation, fills, people, bound }: Submitting,
  at: Date,
): SubmittingObstacle[] {
  const nominated = people.filter(({ state }) => state === "nominated");
  const has = (of: ParticipationClass) => people.some((row) => row.class === of && isLive(row.state));
  const wantsHead = fills.some((fill) => fill.class === "head" && fill.quota !== 0);
  const obstacles: [SubmittingObstacle, boolean][] = [
    ["nobody_nominated", nominated.length === 0],
    ["no_head", wantsHead && !has("head")],
    ["over_quota", fills.some(isOver)],
    ["name_missing", nominated.some(({ name }) => name.trim() === "")],
    ["deadline_over", bound && nominationDoor(event, delegation, at) === "over"],
    ["event_cancelled", event.cancelledAt !== null],
    ["event_over", event.endsAt <= at],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

/** Whether a kind of event asks its delegations for a credentials letter; at others one may hand it in unasked. */
export function wantsCredentials(kind: EventKind): boolean {
  return kind === "summit";
}

/** The one thing a delegation should do next. */
export type NextStep =
  | "head"
  | "nominate"
  | "submit"
  | "mend"
  | "credentials"
  | "wait"
  | "nothing"
  | "closed";

type Progress = {
  kind: EventKind;
  door: NominationDoor;
  people: readonly Member[];
  obstacles: readonly SubmittingObstacle[];
  credentials: CredentialsState | null;
};

/**
 * What a delegation should do next: name its head, then the others, submit them, hand in its letter; after that it is
 * the secretariat's turn. After the deadline only the letter is still asked for.
 */
export function nextStep({ kind, door, people, obstacles, credentials }: Progress): NextStep {
  const live = people.filter(({ state }) => isLive(state));
  const letter = wantsCredentials(kind) && (credentials === null || credentials === "rejected");
  if (door !== "over") {
    if (live.length === 0) return obstacles.includes("no_head") ? "head" : "nominate";
    if (obstacles.includes("no_head")) return "head";
    if (live.some(({ state }) => state === "nominated")) return obstacles.length > 0 ? "mend" : "submit";
  }
  if (letter && live.length > 0) return "credentials";
  if (live.some(({ state }) => state !== "approved" && state !== "nominated")) return "wait";
  return door === "over" ? "closed" : "nothing";
}

/** How far a delegation has come, for the list of all of them. */
export const delegationProgress = ["empty", "draft", "review", "settled"] as const;
export type DelegationProgress = (typeof delegationProgress)[number];

/** Nobody named; somebody not submitted yet; somebody awaiting a decision; or all of them decided. */
export function progressOf(live: readonly Pick<Member, "state">[]): DelegationProgress {
  if (live.length === 0) return "empty";
  if (live.some(({ state }) => state === "nominated")) return "draft";
  return live.every(({ state }) => state === "approved" || state === "waitlisted") ? "settled" : "review";
}

/** How many places with a quota a delegation has taken, and has; classes without a limit are left out. */
export function totalFill(fills: readonly Fill[]): { taken: number; quota: number } {
  const limited = fills.filter((fill) => fill.quota !== null);
  return {
    taken: limited.reduce((sum, fill) => sum + fill.taken, 0),
    quota: limited.reduce((sum, fill) => sum + (fill.quota ?? 0), 0),
  };
}

/** The people of a delegation as they are listed: by class in the order of the event, then by name. */
export function inOrder<Person extends Member & { name: string; familyName: string }>(
  people: readonly Person[],
  fills: readonly Fill[],
  locale: string,
): Person[] {
  const rank = (of: ParticipationClass) => {
    const place = fills.findIndex((fill) => fill.class === of);
    return place === -1 ? fills.length : place;
  };
  const compare = byName(locale);
  return people.toSorted((a, b) => rank(a.class) - rank(b.class) || compare(a, b));
}
