import { z } from "zod";
import { locales, type ParticipationClass, poolKinds } from "@/db/enums";
import { emailAddress, id, lines, localDateTime, optionalLine, optionalLines, ticked } from "@/domain/input";
import { chosenFirst, personInput } from "@/domain/participations/input";
import { invitableClasses } from "./rules";

const choice = { error: "validation.choice" };

/** What a secretariat decides of a personal invitation. `reason` is needed for a guarantee above the capacity. */
const terms = z.object({
  eventId: id,
  class: z.enum(invitableClasses as [ParticipationClass, ...ParticipationClass[]], choice),
  pool: z.enum(poolKinds, choice),
  guaranteed: ticked,
  locale: z.enum(locales, choice),
  /** Local to the event's zone. */
  expiresAt: localDateTime,
  reason: optionalLine(500),
});

/** Inviting one person. */
export const inviteInput = terms.extend({ name: optionalLine(200), email: emailAddress });
export type InviteInput = z.output<typeof inviteInput>;

/** Inviting everybody of a pasted list. */
export const inviteSeveralInput = terms.extend({ list: lines(60_000) });
export type InviteSeveralInput = z.output<typeof inviteSeveralInput>;

/** Inviting every member's focal points to nominate. */
export const inviteDelegationsInput = z.object({ eventId: id, expiresAt: localDateTime });
export type InviteDelegationsInput = z.output<typeof inviteDelegationsInput>;

/** A step that needs nothing but the invitation, or the event whose invitations are meant. */
export const invitationInput = z.object({ id });
export const allInvitationsInput = z.object({ eventId: id });

/** The token of an invitation's link. */
const link = z.string().regex(/^[A-Za-z0-9_-]{22}$/, { error: "validation.choice" });

/** The answers of whoever holds the link. The address is that of the invitation. */
export const openInvitationInput = z.object({ link });
export const acceptInvitationInput = personInput.extend({ link }).transform(chosenFirst);
export type AcceptInvitationInput = Omit<z.output<typeof acceptInvitationInput>, "link">;
export const declineInvitationInput = z.object({ link, reason: optionalLines(500) });
