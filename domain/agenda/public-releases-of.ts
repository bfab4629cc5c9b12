import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaReleases } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { isPublicAt } from "@/domain/publication/where";
import { isReleasedAt } from "./current";

/** The releases that are public at the moment, of an event that is, latest first. */
export function publicReleasesOf(eventId: string, at: Date) {
  return db()
    .select({
      number: agendaReleases.number,
      note: agendaReleases.note,
      releasedAt: agendaReleases.releasedAt,
      againOf: agendaReleases.againOf,
      content: agendaReleases.content,
      zone: events.zone,
    })
    .from(agendaReleases)
    .innerJoin(events, eq(events.id, agendaReleases.eventId))
    .where(ofPublicEvent(eventId, at))
    .orderBy(desc(agendaReleases.number))
    .$dynamic();
}

/** Whether a release is of an event, and both are public at the moment. */
export const ofPublicEvent = (eventId: string, at: Date) =>
  and(
    eq(agendaReleases.eventId, eventId),
    isReleasedAt(at),
    isPublicAt({ publicFrom: events.announcedAt }, at),
  );
