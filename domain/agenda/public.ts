import { and, desc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaReleases, type ReleasedItem } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import { people } from "@/db/schema/people";
import { organisationsUnderEmbargo } from "@/domain/members/embargo";
import { appointmentsOf } from "@/domain/people/appointments-of";
import { mayBeNamed, titleOn } from "@/domain/people/rules";
import { isPublicAt } from "@/domain/publication/where";
import { dayIn } from "@/lib/time";

/**
 * The latest release of the agenda as the public sees it, of an event that is public at the moment: without what is for
 * participants alone. Empty before the first release.
 */
export async function publicAgenda(eventId: string, at: Date) {
  return (await currentRelease(eventId, at))?.items ?? [];
}

/**
 * The same with its number, and with the items of earlier releases that are cancelled: what calendars and programs
 * read. Nothing before the first release.
 */
export async function currentRelease(eventId: string, at: Date) {
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
    named(forAll(content.items), zone, at),
    named(forAll(content.cancelled), zone, at),
  ]);
  return { ...facts, items, cancelled };
}

export type PublicAgendaItem = Awaited<ReturnType<typeof publicAgenda>>[number];

/**
 * Released items with the names of those who agreed to be named or are in office, each with the title held on the day
 * of the item, and the name of the organisation they act for, unless it is under embargo: asked at reading time, so that
 * a consent taken back is so at once.
 */
export async function named(items: ReleasedItem[], zone: string, at: Date) {
  const ids = [...new Set(items.flatMap((item) => item.people.map((person) => person.personId)))];
  const parties = items.flatMap((item) => item.people.flatMap((person) => person.onBehalfOf ?? []));
  const [cast, held, represented, hidden] = await Promise.all([
    ids.length === 0 ? [] : db().select().from(people).where(inArray(people.id, ids)),
    appointmentsOf(db(), ids),
    parties.length === 0
      ? []
      : db()
          .select({ id: organisations.id, name: organisations.name })
          .from(organisations)
          .where(inArray(organisations.id, parties)),
    parties.length === 0 ? new Set<string>() : organisationsUnderEmbargo(db(), at),
  ]);
  return items.map((item) => {
    const day = dayIn(new Date(item.startsAt), zone);
    const namedPeople = item.people.flatMap(({ personId, ...part }) => {
      const person = cast.find((one) => one.id === personId);
      const appointments = held.filter((one) => one.personId === personId);
      if (!person || !mayBeNamed(person, appointments, day)) return [];
      const { id, name, courtesyTitle } = person;
      const behalf = represented.find((one) => one.id === part.onBehalfOf && !hidden.has(one.id))?.name;
      return [{ ...part, id, name, courtesyTitle, title: titleOn(appointments, day), behalf }];
    });
    return {
      ...item,
      startsAt: new Date(item.startsAt),
      endsAt: new Date(item.endsAt),
      people: namedPeople,
    };
  });
}
