import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { delegationMessages, delegations } from "@/db/schema/delegations";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isPublicAt } from "@/domain/publication/where";
import { Refusal } from "@/lib/refusal";
import { lettersOf, messagesTo } from "./letters";
import { standingOf } from "./parts";
import { memberColumns, membersOf, withoutNotes } from "./people";

const eventColumns = {
  id: events.id,
  slug: events.slug,
  kind: events.kind,
  title: events.title,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  zone: events.zone,
  allDay: events.allDay,
  cancelledAt: events.cancelledAt,
  cancellationReason: events.cancellationReason,
  nominationClosesAt: events.nominationClosesAt,
  nominationGraceMinutes: events.nominationGraceMinutes,
  needsKeptDays: events.needsKeptDays,
};

const delegationColumns = {
  id: delegations.id,
  eventId: delegations.eventId,
  nominationClosesAt: delegations.nominationClosesAt,
};

/** The organisation whose desk an actor sits at: every query of the desk begins with it. */
function deskOf(actor: Actor): string {
  ensure(actor, "desk.enter");
  if (actor.kind !== "user" || !actor.organisationId) throw new Refusal("not_allowed");
  return actor.organisationId;
}

/** The delegations of one's organisation at announced events that are not over, soonest first, and where each stands. */
export async function delegationsAtDesk(actor: Actor, at: Date) {
  const organisationId = deskOf(actor);
  const rows = await db()
    .select({ delegation: delegationColumns, event: eventColumns })
    .from(delegations)
    .innerJoin(events, eq(events.id, delegations.eventId))
    .where(
      and(
        eq(delegations.organisationId, organisationId),
        isPublicAt({ publicFrom: events.announcedAt }, at),
        gt(events.endsAt, sql`${at.toISOString()}::timestamptz`),
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id));
  if (rows.length === 0) return [];
  const [standing, unread] = await Promise.all([
    standingOf(
      rows.map((row) => row.delegation),
      rows.map((row) => row.event),
      { bound: true, at },
    ),
    db()
      .select({
        id: delegationMessages.id,
        delegationId: delegationMessages.delegationId,
        text: delegationMessages.text,
        sentBy: delegationMessages.sentBy,
        sentAt: delegationMessages.sentAt,
        readAt: delegationMessages.readAt,
      })
      .from(delegationMessages)
      .where(
        and(
          inArray(
            delegationMessages.delegationId,
            rows.map((row) => row.delegation.id),
          ),
          isNull(delegationMessages.readAt),
        ),
      )
      .orderBy(asc(delegationMessages.sentAt)),
  ]);
  return rows.map(({ event, delegation }) => {
    const stands = standing.get(delegation.id);
    if (!stands) throw new Refusal("not_found");
    const messages = unread.filter((row) => row.delegationId === delegation.id);
    return { ...stands, id: delegation.id, event, unread: messages };
  });
}

/**
 * One's organisation's delegation at an announced event: where it stands, its people, letters and messages. Refuses
 * `not_found` where one's organisation has none there.
 */
export async function delegationAtDesk(actor: Actor, eventId: string, at: Date) {
  const row = await ownDelegation(actor, eventId, at);
  const [standing, people, letters, messages] = await Promise.all([
    standingOf([row.delegation], [row.event], { bound: true, at }),
    membersOf(row.delegation.id),
    lettersOf(row.delegation.id),
    messagesTo(row.delegation.id),
  ]);
  const stands = standing.get(row.delegation.id);
  if (!stands) throw new Refusal("not_found");
  return { ...stands, id: row.delegation.id, event: row.event, people, letters, messages };
}

/** One of one's organisation's delegation at an event, with where the delegation stands. Refuses `not_found`. */
export async function memberAtDesk(
  actor: Actor,
  { eventId, participationId }: { eventId: string; participationId: string },
  at: Date,
) {
  const { delegation, event } = await ownDelegation(actor, eventId, at);
  const [standing, [member]] = await Promise.all([
    standingOf([delegation], [event], { bound: true, at }),
    db()
      .select(memberColumns)
      .from(participations)
      .where(and(eq(participations.id, participationId), eq(participations.delegationId, delegation.id))),
  ]);
  const stands = standing.get(delegation.id);
  if (!stands || !member) throw new Refusal("not_found");
  return { ...stands, event, member: withoutNotes(member) };
}

async function ownDelegation(actor: Actor, eventId: string, at: Date) {
  const [row] = await db()
    .select({ delegation: delegationColumns, event: eventColumns })
    .from(delegations)
    .innerJoin(events, eq(events.id, delegations.eventId))
    .where(
      and(
        eq(delegations.eventId, eventId),
        eq(delegations.organisationId, deskOf(actor)),
        isPublicAt({ publicFrom: events.announcedAt }, at),
      ),
    );
  if (!row) throw new Refusal("not_found");
  return row;
}
