import { type MailState, type ParticipationClass, participationClasses } from "@/db/enums";

/** Where an invitation stands; computed from its records, never stored. */
export const invitationStates = [
  "sending",
  "sent",
  "opened",
  "bounced",
  "accepted",
  "declined",
  "revoked",
  "expired",
] as const;
export type InvitationState = (typeof invitationStates)[number];

/** The records an invitation's state follows from. */
export type InvitationRecords = {
  acceptedAt: Date | null;
  declinedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
  openedAt: Date | null;
  /** The state of the latest mail that carried its link; null where there is none. */
  mail: MailState | null;
};

/**
 * The state of an invitation at a moment: its answer first, then what ended it, then how far it got. One that was
 * opened has arrived, whatever became of a later mail.
 */
export function invitationState(of: InvitationRecords, at: Date): InvitationState {
  if (of.acceptedAt) return "accepted";
  if (of.declinedAt) return "declined";
  if (of.revokedAt) return "revoked";
  if (of.expiresAt <= at) return "expired";
  if (of.openedAt) return "opened";
  if (of.mail === "bounced" || of.mail === "failed" || of.mail === "cancelled") return "bounced";
  return of.mail === "sent" ? "sent" : "sending";
}

/** Whether an invitation in this state can still be answered, reminded of and revoked. */
export function isOpen(state: InvitationState): state is "sending" | "sent" | "opened" | "bounced" {
  return state === "sending" || state === "sent" || state === "opened" || state === "bounced";
}

/** The classes one can be invited as; heads are nominated by their delegation. */
export const invitableClasses = participationClasses.filter(
  (of): of is Exclude<ParticipationClass, "head"> => of !== "head",
);

/** A line of a pasted list, as it was read; `email` is empty where none was found. */
export type Invitee = { line: number; name: string; email: string };

/**
 * The people of a pasted list, one a line: `Name <address>`, `name; address`, `name, address`, a row copied from a
 * sheet, or an address alone. Empty lines are passed over; of an address that stands there twice the first counts.
 */
export function invitees(text: string): Invitee[] {
  const seen = new Set<string>();
  return text
    .split("\n")
    .map((words, n) => ({ line: n + 1, words: words.trim() }))
    .filter(({ words }) => words !== "")
    .map(({ line, words }) => {
      const [found = ""] = /[^\s<>;,"()]+@[^\s<>;,"()]+/.exec(words) ?? [];
      const name = words
        .replace(found, "")
        .split(/[<>;,\t"()]+/)
        .map((part) => part.trim())
        .filter(Boolean)
        .join(" ");
      return { line, name, email: found.toLowerCase() };
    })
    .filter(({ email }) => email === "" || (!seen.has(email) && seen.add(email)));
}
