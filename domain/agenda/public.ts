import { and, desc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaReleases, type ReleasedItem } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { people } from "@/db/schema/people";
import { appointmentsOf } from "@/domain/people/appointments-of";
import { mayBeNamed, titleOn } from "@/domain/people/rules";
import { isPublicAt } from "@/domain/publication/where";
import { dayIn } from "@/lib/time";

/**
 * The latest release of the agenda as the public sees it, of an event that is public at the moment: without what is for
 * participants alone. Empty before the first release.
 */
export async function publicAgenda(eventId: string, at: Date) {
  return (await publicRelease(eventId, at))?.items ?? [];
}

/**
 * The same with its number, and with the items of earlier releases that are cancelled: what calendars and programs
 * read. Nothing before the first release.
 */
export async function publicRelease(eventId: string, at: Date) {
  const [release] = await db()
    .select({
      number: agendaReleases.number,
      note: agendaReleases.note,
      releasedAt: agendaReleases.releasedAt,
      content: agendaReleases.content,
      zone: events.zone,
    })
    .from(agendaReleases)
    .innerJoin(events, eq(events.id, agendaReleases.eventId))
    .where(and(eq(agendaReleases.eventId, eventId), isPublicAt({ publicFrom: events.announcedAt }, at)))
    .orderBy(desc(agendaReleases.number))
    .limit(1);
  if (!release) return;
  const { content, zone, ...facts } = release;
  const forAll = (items: ReleasedItem[]) => items.filter((item) => item.audience === "public");
  const [items, cancelled] = await Promise.all([
    named(forAll(content.items), zone),
    named(forAll(content.cancelled), zone),
  ]);
  return { ...facts, items, cancelled };
}

export type PublicAgendaItem = Awaited<ReturnType<typeof publicAgenda>>[number];

/**
 * Released items with the names of those who agreed to be named or are in office, each with the title held on the day
 * of the item: asked at reading time, so that a consent taken back is so at once.
 */
export async function named(items: ReleasedItem[], zone: string) {
  const ids = [...new Set(items.flatMap((item) => item.people.map((person) => person.personId)))];
  const [cast, held] = await Promise.all([
    ids.length === 0 ? [] : db().select().from(people).where(inArray(people.id, ids)),
    appointmentsOf(db(), ids),
  ]);
  return items.map((item) => {
    const day = dayIn(new Date(item.startsAt), zone);
    const namedPeople = item.people.flatMap(({ personId, ...part }) => {
      const person = cast.find((one) => one.id === personId);
      const appointments = held.filter((one) => one.personId === personId);
      if (!person || !mayBeNamed(person, appointments, day)) return [];
      const { id, name, courtesyTitle } = person;
      return [{ ...part, id, name, courtesyTitle, title: titleOn(appointments, day) }];
    });
    return {
      ...item,
      startsAt: new Date(item.startsAt),
      endsAt: new Date(item.endsAt),
      people: namedPeople,
    };
  });
}
