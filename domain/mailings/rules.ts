import type { Locale, MailState } from "@/db/enums";

/** Whom a bulk mail can be written to. */
export const mailingTargets = ["participants", "focal_points", "focal_points_not_submitted"] as const;
export type MailingTarget = (typeof mailingTargets)[number];

/** Which words a bulk mail to a target can use placeholders of. */
export function addressedBy(target: MailingTarget): "participants" | "focal_points" {
  return target === "participants" ? "participants" : "focal_points";
}

/** Somebody a filter names, as the list of recipients needs them. */
export type Candidate = { address: string | null; name: string; locale: Locale };

/** Why somebody whom the filter names gets no mail. */
export type LeftOut = { name: string; why: "no_address" | "same_address" };

/**
 * Who gets a mail of those a filter names: everybody with an address, one mail per address. Of several with the same
 * address the first one gets it.
 */
export function recipientsOf<C extends Candidate>(candidates: readonly C[]) {
  const recipients = new Map<string, C & { address: string }>();
  const leftOut: LeftOut[] = [];
  for (const candidate of candidates) {
    const { address, name } = candidate;
    if (!address) leftOut.push({ name, why: "no_address" });
    else if (recipients.has(address)) leftOut.push({ name, why: "same_address" });
    else recipients.set(address, { ...candidate, address });
  }
  return { recipients: [...recipients.values()], leftOut };
}

/** Where a bulk mail stands: its records first, then how far its mails are. */
export type MailingState = "draft" | "sending" | "sent" | "discarded";

/** The state of a bulk mail; it is sent when none of its mails waits any more. */
export function mailingState(
  mailing: { releasedAt: Date | null; discardedAt: Date | null },
  queued: number,
): MailingState {
  if (mailing.discardedAt) return "discarded";
  if (!mailing.releasedAt) return "draft";
  return queued > 0 ? "sending" : "sent";
}

/** How many mails are in each state. */
export type MailCounts = Record<MailState, number>;

/** How far a released mailing is: those that have left or been given up on, of those that were to leave. */
export function deliveryProgress({ queued, sent, failed, bounced }: MailCounts) {
  const done = sent + failed + bounced;
  return { done, of: done + queued };
}

/** The target a mailing was composed for, as it stands with its filter. */
export function targetOf(filter: Record<string, string>): MailingTarget {
  return mailingTargets.find((target) => target === filter.target) ?? "participants";
}
