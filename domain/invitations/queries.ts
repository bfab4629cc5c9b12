import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { MailState } from "@/db/enums";
import { delegations } from "@/db/schema/delegations";
import { events } from "@/db/schema/events";
import { invitations } from "@/db/schema/invitations";
import { mails } from "@/db/schema/mails";
import { organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { nameOf } from "@/domain/delegations/name-of";
import { isPublicAt } from "@/domain/publication/where";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { hashOf } from "@/lib/tokens";
import { type InvitationState, invitationState, invitationStates, isOpen } from "./rules";
import { membersToNominate } from "./to-nominate";

/** Invitations on a page of their list. */
export const pageSize = 100;

/** The state of the latest mail that carried the link. */
const latestMail = sql<MailState | null>`(
  select m.state from ${mails} m where m.about_kind = 'invitation' and m.about_id = ${invitations.id}
  order by m.created_at desc, m.id limit 1)`;

/** A delegation whose people are nominated has answered, whoever of its focal points did it. */
const answeredByNominating = sql<string | null>`(
  select min(p.created_at) from participations p where p.delegation_id = ${invitations.delegationId})`;

const columns = {
  id: invitations.id,
  name: invitations.name,
  email: invitations.email,
  delegationId: invitations.delegationId,
  organisation: organisations.name,
  class: invitations.class,
  pool: invitations.pool,
  guaranteed: invitations.guaranteed,
  locale: invitations.locale,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
  openedAt: invitations.openedAt,
  acceptedAt: invitations.acceptedAt,
  declinedAt: invitations.declinedAt,
  declineReason: invitations.declineReason,
  revokedAt: invitations.revokedAt,
  remindedAt: invitations.remindedAt,
  reminders: invitations.reminders,
  participationId: invitations.participationId,
  mail: latestMail,
  nominated: answeredByNominating,
};

async function all(eventId: string, at: Date) {
  const rows = await db()
    .select(columns)
    .from(invitations)
    .leftJoin(delegations, eq(delegations.id, invitations.delegationId))
    .leftJoin(organisations, eq(organisations.id, delegations.organisationId))
    .where(eq(invitations.eventId, eventId))
    .orderBy(desc(invitations.createdAt), invitations.id);
  return rows.map(({ nominated, ...row }) => {
    const acceptedAt = row.acceptedAt ?? (nominated ? new Date(nominated) : null);
    return { ...row, acceptedAt, state: invitationState({ ...row, acceptedAt }, at) };
  });
}

/** A page of an event's invitations, latest first, with how many are in each state. */
export async function listInvitations(
  actor: Actor,
  eventId: string,
  { q, state, page }: { q: string; state?: InvitationState; page: number },
  at: Date,
) {
  ensure(actor, "invitation.list");
  const rows = await all(eventId, at);
  const words = q.toLowerCase();
  const found = rows.filter(
    (row) =>
      (!state || row.state === state) &&
      [row.name, row.email, ...Object.values(row.organisation ?? {})].some((text) =>
        text.toLowerCase().includes(words),
      ),
  );
  const counts = Object.fromEntries(
    invitationStates.map((one) => [one, rows.filter((row) => row.state === one).length]),
  ) as Record<InvitationState, number>;
  return {
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    total: found.length,
    counts,
    dueForReminder: rows.filter((row) => isDue(row, at)).length,
  };
}

type Remindable = { state: InvitationState; createdAt: Date; remindedAt: Date | null };

const aDay = 86_400_000;

/** Whether somebody has not answered, and was not written to within the last day. */
function isDue({ state, createdAt, remindedAt }: Remindable, at: Date) {
  return isOpen(state) && (remindedAt ?? createdAt).getTime() <= at.getTime() - aDay;
}

/** The invitations a reminder to all would reach, oldest first. */
export async function unanswered(actor: Actor, eventId: string, at: Date): Promise<string[]> {
  ensure(actor, "invitation.list");
  const rows = await all(eventId, at);
  return rows
    .filter((row) => isDue(row, at))
    .map((row) => row.id)
    .toReversed();
}

/** Whom an invitation of all members to nominate would reach. */
export async function nominationReach(
  actor: Actor,
  event: { id: string; startsAt: Date; zone: string },
  at: Date,
) {
  ensure(actor, "invitation.list");
  const { members, fresh, invited, without } = await membersToNominate(db(), event, at);
  return { members, fresh: fresh.length, invited, without };
}

/** Who holds the link of an invitation, as an actor; nothing where the link is not one of ours, or stopped. */
export async function inviteeByLink(
  token: string,
  at = now(),
): Promise<Extract<Actor, { kind: "invitee" }> | undefined> {
  const [row] = await db()
    .select({ invitationId: invitations.id, eventId: invitations.eventId })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(and(eq(invitations.tokenHash, hashOf(token)), isPublicAt({ publicFrom: events.announcedAt }, at)));
  return row && { kind: "invitee", ...row };
}

/** An invitation with its event, for whoever holds its link. Refuses `not_found`. */
export async function ownInvitation(actor: Actor, at: Date) {
  if (actor.kind !== "invitee") throw new Refusal("not_found");
  ensure(actor, "invitation.answer", { invitationId: actor.invitationId });
  const [row] = await db()
    .select({ invitation: invitations, event: events })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(eq(invitations.id, actor.invitationId));
  if (!row) throw new Refusal("not_found");
  const { invitation, event } = row;
  const { delegationId } = invitation;
  return {
    invitation,
    event,
    state: invitationState({ ...invitation, mail: "sent" }, at),
    organisation: delegationId ? await nameOf(db(), delegationId) : {},
  };
}
