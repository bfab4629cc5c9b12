import { and, asc, desc, eq, exists, inArray, ne } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { agendaItemPeople, agendaItems, rooms } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isPlaced } from "./rules";

const columns = {
  id: agendaItems.id,
  kind: agendaItems.kind,
  title: agendaItems.title,
  abstract: agendaItems.abstract,
  wordsRevision: agendaItems.wordsRevision,
  roomId: agendaItems.roomId,
  startsAt: agendaItems.startsAt,
  endsAt: agendaItems.endsAt,
  plannedMinutes: agendaItems.plannedMinutes,
  audience: agendaItems.audience,
  attribution: agendaItems.attribution,
  languages: agendaItems.languages,
  expected: agendaItems.expected,
  revision: agendaItems.revision,
};

/** The whole working draft for the workspace, internal holds and the tray too, with everyone's name. */
export async function agendaOf(actor: Actor, eventId: string) {
  ensure(actor, "workspace.enter");
  return draftOf(db(), eventId);
}

/** An item of the working draft, in the order of time; those in the tray come last. */
export type DraftItem = Awaited<ReturnType<typeof draftOf>>[number];

/** The working draft of an event's agenda, read through the transaction that is to release it. */
export async function draftOf(query: Queryable, eventId: string) {
  const items = await query
    .select(columns)
    .from(agendaItems)
    .where(eq(agendaItems.eventId, eventId))
    .orderBy(asc(agendaItems.startsAt), agendaItems.roomId, agendaItems.id);
  const cast = await castOf(
    query,
    items.map((item) => item.id),
  );
  const inRooms = await roomsIn(query, eventId);
  return items.map((item) => ({
    ...item,
    room: inRooms.find((room) => room.id === item.roomId) ?? null,
    people: cast.filter((person) => person.itemId === item.id),
  }));
}

/** The items that have a time: what stands in the grid, in lists and in releases. */
export function placed(items: DraftItem[]) {
  return items.filter(isPlaced);
}

/** Who does what in items, in the order of the form. */
export async function castOf(query: Queryable, itemIds: string[]) {
  if (itemIds.length === 0) return [];
  return query
    .select({
      itemId: agendaItemPeople.itemId,
      id: people.id,
      name: people.name,
      courtesyTitle: people.courtesyTitle,
      role: agendaItemPeople.role,
      confirmation: agendaItemPeople.confirmation,
      presence: agendaItemPeople.presence,
      onBehalfOf: agendaItemPeople.onBehalfOf,
    })
    .from(agendaItemPeople)
    .innerJoin(people, eq(people.id, agendaItemPeople.personId))
    .where(inArray(agendaItemPeople.itemId, itemIds))
    .orderBy(agendaItemPeople.position);
}

/** The rooms of an event, in the order in which the agenda shows them. */
export async function roomsOf(actor: Actor, eventId: string) {
  ensure(actor, "workspace.enter");
  return roomsIn(db(), eventId);
}

/** The same, read through a transaction. */
export async function roomsIn(query: Queryable, eventId: string) {
  return query
    .select({
      id: rooms.id,
      name: rooms.name,
      building: rooms.building,
      capacity: rooms.capacity,
      revision: rooms.revision,
    })
    .from(rooms)
    .where(eq(rooms.eventId, eventId))
    .orderBy(rooms.position, rooms.name);
}

/** Everyone who can be given a role, for the form. */
export async function peopleChoices(actor: Actor) {
  ensure(actor, "workspace.enter");
  return db().select({ id: people.id, name: people.name }).from(people).orderBy(people.sortName);
}

/** The other events that have an agenda to copy, latest first. */
export async function eventsWithAgenda(actor: Actor, eventId: string) {
  ensure(actor, "agenda.edit");
  const items = db()
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(eq(agendaItems.eventId, events.id));
  return db()
    .select({ id: events.id, title: events.title })
    .from(events)
    .where(and(ne(events.id, eventId), exists(items)))
    .orderBy(desc(events.startsAt));
}
