import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItemPeople, agendaItems, events } from "@/db/schema/events";
import { people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { appointmentsOf } from "@/domain/people/appointments-of";
import { mayBeNamed, titleOn } from "@/domain/people/rules";
import { isPublicAt } from "@/domain/publication/where";
import { dayIn } from "@/lib/time";

const columns = {
  id: agendaItems.id,
  kind: agendaItems.kind,
  title: agendaItems.title,
  abstract: agendaItems.abstract,
  room: agendaItems.room,
  startsAt: agendaItems.startsAt,
  endsAt: agendaItems.endsAt,
  revision: agendaItems.revision,
};

/** The whole agenda for the workspace, internal holds too, with everyone's name. */
export async function agendaOf(actor: Actor, eventId: string) {
  ensure(actor, "workspace.enter");
  const items = await db()
    .select(columns)
    .from(agendaItems)
    .where(eq(agendaItems.eventId, eventId))
    .orderBy(asc(agendaItems.startsAt), agendaItems.room, agendaItems.id);
  const cast = await castOf(items.map((item) => item.id));
  return items.map((item) => ({ ...item, people: cast.filter((person) => person.itemId === item.id) }));
}

/**
 * The agenda as the public sees it, of an event that is public at the moment: without internal holds, with the names
 * of those who agreed or are in office, each with the title held on the day of the item.
 */
export async function publicAgenda(eventId: string, at: Date) {
  const items = await db()
    .select({ ...columns, zone: events.zone })
    .from(agendaItems)
    .innerJoin(events, eq(events.id, agendaItems.eventId))
    .where(
      and(
        eq(agendaItems.eventId, eventId),
        ne(agendaItems.kind, "hold"),
        isPublicAt({ publicFrom: events.announcedAt }, at),
      ),
    )
    .orderBy(asc(agendaItems.startsAt), agendaItems.room, agendaItems.id);
  const cast = await castOf(items.map((item) => item.id));
  const held = await appointmentsOf(db(), [...new Set(cast.map((person) => person.id))]);
  return items.map(({ zone, ...item }) => {
    const day = dayIn(item.startsAt, zone);
    const named = cast
      .filter((person) => person.itemId === item.id)
      .map((person) => ({ ...person, appointments: held.filter((one) => one.personId === person.id) }))
      .filter((person) => mayBeNamed(person, person.appointments, day))
      .map(({ id, name, courtesyTitle, role, appointments }) => {
        return { id, name, courtesyTitle, role, title: titleOn(appointments, day) };
      });
    return { ...item, people: named };
  });
}

export type PublicAgendaItem = Awaited<ReturnType<typeof publicAgenda>>[number];

async function castOf(itemIds: string[]) {
  if (itemIds.length === 0) return [];
  return db()
    .select({
      itemId: agendaItemPeople.itemId,
      id: people.id,
      name: people.name,
      courtesyTitle: people.courtesyTitle,
      namingConsentedAt: people.namingConsentedAt,
      role: agendaItemPeople.role,
    })
    .from(agendaItemPeople)
    .innerJoin(people, eq(people.id, agendaItemPeople.personId))
    .where(inArray(agendaItemPeople.itemId, itemIds))
    .orderBy(agendaItemPeople.position);
}

/** Everyone who can be given a role, for the form. */
export async function peopleChoices(actor: Actor) {
  ensure(actor, "workspace.enter");
  return db().select({ id: people.id, name: people.name }).from(people).orderBy(people.sortName);
}
