import type { ParticipationState, RegistrationPolicy } from "@/db/enums";

/** The states that hold or wait for a place; of one address there is one such participation per event. */
export const liveStates = ["submitted", "approved", "waitlisted"] as const satisfies ParticipationState[];

type Door = {
  announcedAt: Date | null;
  cancelledAt: Date | null;
  startsAt: Date;
  endsAt: Date;
  capacity: number | null;
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

/** Whether one can register at a moment, and if not, why. Registration ends with the event where no end is set. */
export function registrationDoor(event: Door, taken: number, at: Date): RegistrationDoor {
  if (!event.announcedAt || event.announcedAt > at) return "not_public";
  if (event.cancelledAt) return "cancelled";
  if (event.registrationPolicy === "closed") return "no_registration";
  if (at >= (event.registrationClosesAt ?? event.endsAt)) return "over";
  if (event.registrationPolicy === "invitation") return "by_invitation";
  if (event.registrationOpensAt && at < event.registrationOpensAt) return "not_yet";
  if (event.registrationPolicy === "approval") return "approval";
  return freeSeats(event.capacity, taken) > 0 ? "open" : "waiting_list";
}

/** Whether a door lets someone register. */
export function lets(door: RegistrationDoor): door is "open" | "approval" | "waiting_list" {
  return door === "open" || door === "approval" || door === "waiting_list";
}

/** Seats that nobody holds. Only approved participations hold one. Without a capacity there is always one. */
export function freeSeats(capacity: number | null, taken: number): number {
  return capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, capacity - taken);
}

/** The state of a new registration behind a door that lets it in. */
export function admit(door: "open" | "approval" | "waiting_list"): "approved" | "submitted" | "waitlisted" {
  return ({ open: "approved", approval: "submitted", waiting_list: "waitlisted" } as const)[door];
}

/** What the secretariat, or the participant, may do to a participation. */
export type Step = "approve" | "decline" | "waitlist" | "withdraw" | "change";

const from: Record<Step, readonly ParticipationState[]> = {
  approve: ["submitted", "waitlisted"],
  decline: ["submitted", "waitlisted", "approved"],
  waitlist: ["submitted"],
  withdraw: liveStates,
  change: liveStates,
};

/** Whether a step leads anywhere from a state. */
export function possible(step: Step, state: ParticipationState): boolean {
  return from[step].includes(state);
}

/** The steps of a decision, for buttons. */
export function stepsFrom(state: ParticipationState): Step[] {
  return (Object.keys(from) as Step[]).filter((step) => possible(step, state));
}
