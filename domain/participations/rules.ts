import type { ParticipationState, RegistrationPolicy, ReviewableField } from "@/db/enums";

/** The states that hold or wait for a place; of one address there is one such participation per event. */
export const liveStates = [
  "nominated",
  "submitted",
  "pre_approved",
  "approved",
  "waitlisted",
  "on_hold",
] as const satisfies ParticipationState[];

type Door = {
  announcedAt: Date | null;
  cancelledAt: Date | null;
  startsAt: Date;
  endsAt: Date;
  registrationPolicy: RegistrationPolicy;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
};

/** What someone finds who comes to register. */
export type RegistrationDoor =
  | "not_public"
  | "cancelled"
  | "no_registration"
  | "by_invitation"
  | "not_yet"
  | "over"
  | "open"
  | "approval"
  | "waiting_list";

/**
 * Whether one can register at a moment, and if not, why. Registration ends with the event where no end is set.
 * `free` is the number of seats there are for whoever asks.
 */
export function registrationDoor(event: Door, free: number, at: Date): RegistrationDoor {
  if (!event.announcedAt || event.announcedAt > at) return "not_public";
  if (event.cancelledAt) return "cancelled";
  if (event.registrationPolicy === "closed") return "no_registration";
  if (at >= (event.registrationClosesAt ?? event.endsAt)) return "over";
  if (event.registrationPolicy === "invitation") return "by_invitation";
  if (event.registrationOpensAt && at < event.registrationOpensAt) return "not_yet";
  if (event.registrationPolicy === "approval") return "approval";
  return free > 0 ? "open" : "waiting_list";
}

/** The words for a door: behind one where the secretariat decides, it is told whether there are seats to decide about. */
export function doorWords<D extends RegistrationDoor>(door: D, free: number): D | "approval_full" {
  return door === "approval" && free <= 0 ? "approval_full" : door;
}

/** Whether a door lets someone register. */
export function lets(door: RegistrationDoor): door is "open" | "approval" | "waiting_list" {
  return door === "open" || door === "approval" || door === "waiting_list";
}

/** The state of a new registration behind a door that lets it in. */
export function admit(door: "open" | "approval" | "waiting_list"): "approved" | "submitted" | "waitlisted" {
  return ({ open: "approved", approval: "submitted", waiting_list: "waitlisted" } as const)[door];
}

/** What can be done to a participation: by the secretariat, the delegation, or the participant. */
export type Step =
  | "submit"
  | "pre_approve"
  | "approve"
  | "waitlist"
  | "hold"
  | "decline"
  | "withdraw"
  | "replace"
  | "change";

/**
 * From which states a step leads on. Two pairs of eyes are possible (pre-approve, then approve), not required; whoever
 * is declined, withdrawn or replaced has left, and comes back only by a new participation.
 */
const from: Record<Step, readonly ParticipationState[]> = {
  submit: ["nominated"],
  pre_approve: ["submitted", "on_hold"],
  approve: ["submitted", "pre_approved", "waitlisted", "on_hold"],
  waitlist: ["submitted", "pre_approved", "on_hold"],
  hold: ["submitted", "pre_approved", "waitlisted"],
  decline: ["submitted", "pre_approved", "approved", "waitlisted", "on_hold"],
  withdraw: liveStates,
  replace: liveStates,
  change: liveStates,
};

/** Whether a step leads anywhere from a state. */
export function possible(step: Step, state: ParticipationState): boolean {
  return from[step].includes(state);
}

/** The steps that are possible, for buttons. */
export function stepsFrom(state: ParticipationState): Step[] {
  return (Object.keys(from) as Step[]).filter((step) => possible(step, state));
}

/** The fields about a person that are theirs to mend, whoever nominated them. */
const ownFields = ["name", "functionalTitle", "accessNeeds", "dietaryNeeds", "listed"];

/**
 * Who may change which field: the secretariat every one; a delegation everything about its people but whose they are,
 * and whether they agreed to be listed; a participant their own details, and the organisation where they registered by
 * themselves.
 */
export function mayChange(
  by: "secretariat" | "delegation" | "participant",
  field: string,
  ofDelegation: boolean,
): boolean {
  if (by === "secretariat") return true;
  const organisation = field === "organisationId" || field === "organisationName";
  if (by === "delegation") return !organisation && field !== "listed";
  return ownFields.includes(field) || (organisation && !ofDelegation);
}

/**
 * The state of whoever takes somebody's place. A new name is by nature one to be reviewed: unless whoever decides makes
 * the change themselves, the successor of somebody already looked at is looked at again. The place in line and the seat
 * are kept either way.
 */
export function stateOfSuccessor(state: ParticipationState, decides: boolean): ParticipationState {
  if (state === "nominated") return "nominated";
  // A question about one person is no question about the next.
  return decides && state !== "on_hold" ? state : "submitted";
}

/** Whether the secretariat has said yes, wholly or for its part: a change of what it looked at makes it look again. */
export function isDecided(state: ParticipationState): boolean {
  return state === "approved" || state === "pre_approved";
}

/**
 * Whether a change brings a decided participation back to review: it touches a field that the event has marked. A seat
 * that was held stays held until the new decision.
 */
export function returnsToReview(
  state: ParticipationState,
  changed: readonly string[],
  reviewed: readonly ReviewableField[],
): boolean {
  if (!isDecided(state)) return false;
  return reviewed.some((field) =>
    field === "organisation"
      ? changed.includes("organisationId") || changed.includes("organisationName")
      : changed.includes(field),
  );
}

/** What an offered seat is at a moment: none, still open, or over. It is over from the instant that is printed. */
export function offerOf(
  row: { state: ParticipationState; offerExpiresAt: Date | null },
  at: Date,
): "none" | "open" | "expired" {
  if (row.state !== "waitlisted" || !row.offerExpiresAt) return "none";
  return at < row.offerExpiresAt ? "open" : "expired";
}
