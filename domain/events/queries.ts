import { and, asc, desc, eq, gt, ilike, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { EventKind } from "@/db/enums";
import { eventHosts, events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";

/** What a list of events shows of one. */
export const summary = {
  id: events.id,
  slug: events.slug,
  kind: events.kind,
  title: events.title,
  summary: events.summary,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  zone: events.zone,
  allDay: events.allDay,
  format: events.format,
  venue: events.venue,
  city: events.city,
  country: events.country,
  parentEvent: events.parentEvent,
  announcedAt: events.announcedAt,
  cancelledAt: events.cancelledAt,
  concludedAt: events.concludedAt,
  calendarSequence: events.calendarSequence,
  updatedAt: events.updatedAt,
};

const isPublicEvent = (at: Date) => isPublicAt({ publicFrom: events.announcedAt }, at);

/** An event in a list. */
export type EventSummary = Awaited<ReturnType<typeof publicEvents>>[number];

/** Public events at a moment: those to come, soonest first, or those past, latest first. */
export async function publicEvents(at: Date, which: "upcoming" | "past", kind?: EventKind) {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const when = which === "upcoming" ? gt(events.endsAt, moment) : lte(events.endsAt, moment);
  return db()
    .select(summary)
    .from(events)
    .where(and(isPublicEvent(at), when, kind && eq(events.kind, kind)))
    .orderBy(which === "upcoming" ? asc(events.startsAt) : desc(events.startsAt), events.id);
}

/** Every public event, for calendars, feeds and the site map. */
export async function allPublicEvents(at: Date) {
  return db().select(summary).from(events).where(isPublicEvent(at)).orderBy(desc(events.startsAt), events.id);
}

/** The public event that comes next or is under way, and is not cancelled. */
export async function nextPublicEvent(at: Date) {
  const upcoming = await publicEvents(at, "upcoming");
  return upcoming.find((event) => !event.cancelledAt);
}

/** A public event by its address, with its hosts in order; nothing before it is announced. */
export async function publicEvent(slug: string, at: Date) {
  const [event] = await db()
    .select({
      ...summary,
      cancellationReason: events.cancellationReason,
      capacity: events.capacity,
      registrationPolicy: events.registrationPolicy,
      registrationOpensAt: events.registrationOpensAt,
      registrationClosesAt: events.registrationClosesAt,
      needsKeptDays: events.needsKeptDays,
    })
    .from(events)
    .where(and(eq(events.slug, slug), isPublicEvent(at)));
  return event && { ...event, hosts: await hostsOf(event.id) };
}

export type PublicEvent = NonNullable<Awaited<ReturnType<typeof publicEvent>>>;

/** The hosts, co-hosts and supporters of an event, in the order they are named. */
export async function hostsOf(eventId: string) {
  return db()
    .select({
      organisationId: organisations.id,
      role: eventHosts.role,
      name: organisations.name,
      kind: organisations.kind,
      country: organisations.country,
    })
    .from(eventHosts)
    .innerJoin(organisations, eq(organisations.id, eventHosts.organisationId))
    .where(eq(eventHosts.eventId, eventId))
    .orderBy(eventHosts.position);
}

/** Public events an organisation hosts or supports, latest first. */
export async function publicEventsHostedBy(organisationId: string, at: Date) {
  const hosted = db()
    .select({ id: eventHosts.eventId })
    .from(eventHosts)
    .where(eq(eventHosts.organisationId, organisationId));
  return db()
    .select(summary)
    .from(events)
    .where(and(isPublicEvent(at), inArray(events.id, hosted)))
    .orderBy(desc(events.startsAt));
}

/** A condition that finds what was typed in the titles, places and parent events. */
export function eventMatches(words: string): SQL | undefined {
  const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    ilike(sql`${events.title}::text`, like),
    ilike(sql`${events.city}::text`, like),
    ilike(events.parentEvent, like),
    ilike(events.slug, like),
  );
}

/** Public events to come that one can register for now, or will be able to. */
export async function openEvents(at: Date) {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return db()
    .select(summary)
    .from(events)
    .where(
      and(
        isPublicEvent(at),
        gt(sql`coalesce(${events.registrationClosesAt}, ${events.endsAt})`, moment),
        inArray(events.registrationPolicy, ["open", "approval"]),
        sql`${events.cancelledAt} is null`,
      ),
    )
    .orderBy(asc(events.startsAt));
}
