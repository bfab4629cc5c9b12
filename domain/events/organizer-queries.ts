import { and, asc, count, desc, eq, gt, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { EventKind } from "@/db/enums";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { instantToLocal } from "@/lib/time";
import { eventMatches, hostsOf } from "./queries";

/** What the workspace's list of events can be asked. */
export type EventFilter = {
  q: string;
  kind?: EventKind;
  when: "all" | "upcoming" | "past";
  sort: "starts" | "-starts" | "title";
  page: number;
};

/** Rows on a page of a list in the workspace. */
export const pageSize = 50;

/** A page of all events, drafts too, with how many take part. */
export async function listEvents(actor: Actor, filter: EventFilter, at: Date) {
  ensure(actor, "workspace.enter");
  const moment = sql`${at.toISOString()}::timestamptz`;
  const where = and(
    filter.q ? eventMatches(filter.q) : undefined,
    filter.kind && eq(events.kind, filter.kind),
    filter.when === "upcoming" ? gt(events.endsAt, moment) : undefined,
    filter.when === "past" ? lte(events.endsAt, moment) : undefined,
  );
  const order = {
    starts: asc(events.startsAt),
    "-starts": desc(events.startsAt),
    title: asc(sql`${events.title}->>'en'`),
  };
  const seats = sql<number>`count(*) filter (where ${participations.seatPool} is not null)::int`;
  const pending = sql<number>`count(*) filter (where ${participations.state} = 'submitted')::int`;
  const [rows, [total]] = await Promise.all([
    db()
      .select({
        id: events.id,
        slug: events.slug,
        kind: events.kind,
        title: events.title,
        startsAt: events.startsAt,
        endsAt: events.endsAt,
        zone: events.zone,
        allDay: events.allDay,
        city: events.city,
        capacity: events.capacity,
        announcedAt: events.announcedAt,
        cancelledAt: events.cancelledAt,
        concludedAt: events.concludedAt,
        seats,
        pending,
      })
      .from(events)
      .leftJoin(participations, eq(participations.eventId, events.id))
      .where(where)
      .groupBy(events.id)
      .orderBy(order[filter.sort], events.id)
      .limit(pageSize)
      .offset((filter.page - 1) * pageSize),
    db().select({ count: count() }).from(events).where(where),
  ]);
  return { rows, total: total?.count ?? 0 };
}

/** An event as the workspace sees it, with its hosts. Refuses `not_found`. */
export async function eventForOrganizer(actor: Actor, id: string) {
  ensure(actor, "workspace.enter");
  const [event] = await db().select().from(events).where(eq(events.id, id));
  if (!event) throw new Refusal("not_found");
  return { ...event, hosts: await hostsOf(id) };
}

export type OrganizerEvent = Awaited<ReturnType<typeof eventForOrganizer>>;

/** An event as its form holds it: times local to its zone. */
export function formValuesOf(event: OrganizerEvent) {
  const local = (instant: Date | null) => (instant ? instantToLocal(instant, event.zone) : "");
  return {
    ...event,
    startsAt: local(event.startsAt),
    endsAt: local(event.endsAt),
    registrationOpensAt: local(event.registrationOpensAt),
    registrationClosesAt: local(event.registrationClosesAt),
    capacity: event.capacity ?? "",
    country: event.country ?? "",
  };
}
