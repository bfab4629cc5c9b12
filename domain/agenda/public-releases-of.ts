import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaReleases } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { isPublicAt } from "@/domain/publication/where";

/** The releases of an event that is public at the moment, latest first. */
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

/** Whether a release is of an event, and that event public at the moment. */
export const ofPublicEvent = (eventId: string, at: Date) =>
  and(eq(agendaReleases.eventId, eventId), isPublicAt({ publicFrom: events.announcedAt }, at));
