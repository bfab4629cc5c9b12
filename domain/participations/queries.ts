import { and, asc, count, desc, eq, ilike, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type ParticipationClass, type ParticipationState, participationStates } from "@/db/enums";
import { events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import { participationLinks, participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { poolsOf } from "@/domain/pools/queries";
import { freeIn } from "@/domain/pools/rules";
import { isPublicAt } from "@/domain/publication/where";
import { Refusal } from "@/lib/refusal";
import { hashOf } from "@/lib/tokens";
import { placeInLine } from "./seats";

/** What the list of an event's participants can be asked. */
export type ParticipationFilter = {
  q: string;
  state?: ParticipationState;
  class?: ParticipationClass;
  sort: "arrival" | "-arrival" | "name" | "organisation" | "state";
  page: number;
};

/** Rows on a page of the list. */
export const pageSize = 100;

export const organisationName = sql<string>`coalesce(${organisations.name}->>'en', ${organisations.name}->>'sv', ${participations.organisationName})`;

const listed = {
  id: participations.id,
  name: participations.name,
  email: participations.email,
  functionalTitle: participations.functionalTitle,
  organisation: organisationName,
  courtesyTitle: participations.courtesyTitle,
  familyName: participations.familyName,
  class: participations.class,
  level: participations.level,
  pool: participations.pool,
  seatPool: participations.seatPool,
  offerExpiresAt: participations.offerExpiresAt,
  overrideReason: participations.overrideReason,
  delegationId: participations.delegationId,
  state: participations.state,
  stateAt: participations.stateAt,
  source: participations.source,
  arrival: participations.arrival,
  revision: participations.revision,
};

const orders = {
  arrival: asc(participations.arrival),
  "-arrival": desc(participations.arrival),
  name: asc(participations.name),
  organisation: asc(organisationName),
  state: asc(participations.state),
};

/** Whoever works at the door sees those who are let in, and no one else. */
function visibleTo(actor: Actor): SQL | undefined {
  return can(actor, "participation.approve") ? undefined : eq(participations.state, "approved");
}

/** The participations that a filter names, as a condition; the export uses the same. */
export function chosenBy(actor: Actor, eventId: string, filter: ParticipationFilter): SQL | undefined {
  const like = `%${filter.q.replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    eq(participations.eventId, eventId),
    visibleTo(actor),
    filter.state && eq(participations.state, filter.state),
    filter.class && eq(participations.class, filter.class),
    filter.q
      ? or(ilike(participations.name, like), ilike(participations.email, like), ilike(organisationName, like))
      : undefined,
  );
}

/** A page of an event's participants, with the count of all that the filter names. */
export async function listParticipations(actor: Actor, eventId: string, filter: ParticipationFilter) {
  ensure(actor, "participation.list");
  const where = chosenBy(actor, eventId, filter);
  const [rows, [total]] = await Promise.all([
    db()
      .select(listed)
      .from(participations)
      .leftJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(where)
      .orderBy(orders[filter.sort], participations.arrival)
      .limit(pageSize)
      .offset((filter.page - 1) * pageSize),
    db()
      .select({ count: count() })
      .from(participations)
      .leftJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(where),
  ]);
  return { rows, total: total?.count ?? 0 };
}

/** How many participations an event has in each state. */
export async function countsByState(
  actor: Actor,
  eventId: string,
): Promise<Record<ParticipationState, number>> {
  ensure(actor, "participation.list");
  const rows = await db()
    .select({ state: participations.state, count: count() })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), visibleTo(actor)))
    .groupBy(participations.state);
  const none = Object.fromEntries(participationStates.map((state) => [state, 0]));
  const found = Object.fromEntries(rows.map((row) => [row.state, row.count]));
  return { ...none, ...found } as Record<ParticipationState, number>;
}

/** One participation for the workspace; its needs only for those who may read them. Refuses `not_found`. */
export async function participationForOrganizer(actor: Actor, id: string) {
  ensure(actor, "participation.list");
  const [row] = await db()
    .select({
      ...listed,
      eventId: participations.eventId,
      organisationId: participations.organisationId,
      organisationName: participations.organisationName,
      stateReason: participations.stateReason,
      accessNeeds: participations.accessNeeds,
      dietaryNeeds: participations.dietaryNeeds,
      needsErasedAt: participations.needsErasedAt,
      listingConsentedAt: participations.listingConsentedAt,
      locale: participations.locale,
      createdAt: participations.createdAt,
    })
    .from(participations)
    .leftJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(and(eq(participations.id, id), visibleTo(actor)));
  if (!row) throw new Refusal("not_found");
  if (can(actor, "participation.read-needs", { participationId: id })) return row;
  return { ...row, accessNeeds: "", dietaryNeeds: "" };
}

/** Who holds a personal link, as an actor; nothing where the link is not one of ours. */
export async function actorByLink(
  token: string,
): Promise<Extract<Actor, { kind: "participant" }> | undefined> {
  const [row] = await db()
    .select({ participationId: participations.id, eventId: participations.eventId })
    .from(participationLinks)
    .innerJoin(participations, eq(participations.id, participationLinks.participationId))
    .where(eq(participationLinks.hash, hashOf(token)));
  return row && { kind: "participant", ...row };
}

/** A participant's own registration with its event, and the place where they are in line. Refuses `not_found`. */
export async function ownParticipation(actor: Actor) {
  if (actor.kind !== "participant") throw new Refusal("not_found");
  ensure(actor, "participation.read-needs", { participationId: actor.participationId });
  const [row] = await db()
    .select({ participation: participations, event: events })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(eq(participations.id, actor.participationId));
  if (!row) throw new Refusal("not_found");
  const { participation, event } = row;
  const waits = participation.state === "waitlisted";
  return {
    participation,
    event,
    place: waits ? await placeInLine(db(), event.id, participation.arrival) : 0,
  };
}

/** Those who come and agreed to be listed, of an event that is public at the moment. */
export async function publicParticipants(eventId: string, at: Date) {
  return db()
    .select({
      id: participations.id,
      name: participations.name,
      functionalTitle: participations.functionalTitle,
      organisation: organisationName,
    })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .leftJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(
      and(
        eq(participations.eventId, eventId),
        inArray(participations.state, ["approved"]),
        isNotNull(participations.listingConsentedAt),
        isPublicAt({ publicFrom: events.announcedAt }, at),
      ),
    )
    .orderBy(organisationName, participations.name);
}

/** How many seats of an event anybody may still take: a number alone, for the way in. */
export async function publicSeatsFree(eventId: string, at: Date): Promise<number> {
  return freeIn(await poolsOf(db(), eventId, at), "open");
}
