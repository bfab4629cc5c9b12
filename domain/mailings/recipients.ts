import { and, asc, desc, eq, gt, inArray, isNull, notExists, or, type SQL, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import type { Localized, ParticipationClass } from "@/db/enums";
import { delegations } from "@/db/schema/delegations";
import { events } from "@/db/schema/events";
import { invitations } from "@/db/schema/invitations";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { users } from "@/db/schema/users";
import { liveStates } from "@/domain/participations/rules";
import type { Candidate } from "./rules";

/** Somebody who may be written to about an event, with what the words can name of them. */
export type Recipient = Candidate & {
  about: readonly ["participation" | "user" | "invitation", string];
  organisation: Localized;
  class: ParticipationClass | null;
  /** Until when something is asked of them: of a focal point to nominate, of somebody invited to answer. */
  until: Date | null;
  participation: typeof participations.$inferSelect | null;
};

const liveNow = inArray(participations.state, [...liveStates]);

/** Participants, those who are still in first, then in the order of arrival; nobody who was erased. */
export async function participants(query: Queryable, where: SQL | undefined): Promise<Recipient[]> {
  const rows = await query
    .select({ participation: participations, organisation: organisations.name })
    .from(participations)
    .leftJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(and(where, isNull(participations.erasedAt)))
    .orderBy(desc(liveNow), asc(participations.arrival));
  return rows.map(({ participation, organisation }) => ({
    address: participation.email,
    name: participation.name,
    locale: participation.locale,
    about: ["participation", participation.id],
    organisation: organisation ?? { en: participation.organisationName },
    class: participation.class,
    until: null,
    participation,
  }));
}

/** The focal points, of active accounts, of an event's delegations, by organisation. */
export async function focalPoints(query: Queryable, eventId: string, where?: SQL): Promise<Recipient[]> {
  const rows = await query
    .select({
      id: users.id,
      address: users.email,
      name: users.name,
      locale: users.locale,
      organisation: organisations.name,
      until: delegations.nominationClosesAt,
      usualUntil: events.nominationClosesAt,
    })
    .from(delegations)
    .innerJoin(events, eq(events.id, delegations.eventId))
    .innerJoin(organisations, eq(organisations.id, delegations.organisationId))
    .innerJoin(users, and(eq(users.organisationId, organisations.id), eq(users.role, "focal_point")))
    .where(and(eq(delegations.eventId, eventId), isNull(users.deactivatedAt), where))
    .orderBy(asc(sql`${organisations.name}->>'en'`), asc(users.name), asc(users.id));
  return rows.map(({ id, until, usualUntil, ...row }) => ({
    ...row,
    about: ["user", id],
    class: null,
    until: until ?? usualUntil,
    participation: null,
  }));
}

/** Delegations that have nobody yet, or somebody who is nominated and not submitted. */
export function notSubmitted(): SQL | undefined {
  const theirs = db()
    .select({ one: sql`1` })
    .from(participations)
    .where(and(eq(participations.delegationId, delegations.id), liveNow));
  const nominated = db()
    .select({ one: sql`1` })
    .from(participations)
    .where(and(eq(participations.delegationId, delegations.id), eq(participations.state, "nominated")));
  return or(notExists(theirs), sql`exists ${nominated}`);
}

/** Those whose invitation to an event is open and not answered at a moment. */
export async function invited(query: Queryable, eventId: string, at: Date): Promise<Recipient[]> {
  const rows = await query
    .select({
      id: invitations.id,
      address: invitations.email,
      name: invitations.name,
      locale: invitations.locale,
      class: invitations.class,
      until: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.eventId, eventId),
        isNull(invitations.acceptedAt),
        isNull(invitations.declinedAt),
        isNull(invitations.revokedAt),
        isNull(invitations.erasedAt),
        gt(invitations.expiresAt, sql`${at.toISOString()}::timestamptz`),
      ),
    )
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
  return rows.map(({ id, ...row }) => ({
    ...row,
    about: ["invitation", id],
    organisation: {},
    participation: null,
  }));
}
