import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { people } from "@/db/schema/people";
import { addItem } from "@/domain/agenda/add-item";
import { agendaItemInput } from "@/domain/agenda/input";
import { place, standing } from "@/domain/agenda/place";
import { addRoom } from "@/domain/rooms/add";
import { organizer } from "../../support/actors";
import { at } from "../../support/make";

/** An item of an event, from a time to a time, added as an organizer would. */
export async function makeItem(eventId: string, title: string, more: Record<string, unknown> = {}) {
  const input = agendaItemInput.parse({
    eventId,
    kind: "panel",
    title: { en: title, sv: "" },
    startsAt: "2026-06-10T09:00",
    endsAt: "2026-06-10T10:00",
    ...more,
  });
  return addItem(organizer, input, at);
}

export async function makeRoom(eventId: string, name: string, more = {}) {
  return addRoom(organizer, { eventId, name, building: "", capacity: null, ...more }, at);
}

export async function makePerson(name: string) {
  const [row] = await db().insert(people).values({ name, sortName: name }).returning({ id: people.id });
  if (!row) throw new Error("no person");
  return row.id;
}

/** Where everything of the draft stands, by title. */
export async function standings(eventId: string, zone = "Europe/Stockholm") {
  const rows = await db().select().from(agendaItems);
  const own = rows.filter((row) => row.eventId === eventId);
  return Object.fromEntries(own.map((row) => [row.title.en ?? "", standing(row, zone)]));
}

/** Places one item. */
export async function move(
  eventId: string,
  item: { id: string; revision: number },
  startsAt: string | null,
  endsAt: string | null,
  roomId: string | null = null,
) {
  const { id, revision } = item;
  return place(organizer, { eventId, items: [{ id, revision, startsAt, endsAt, roomId }] }, at);
}
