import type { Transaction } from "@/db/client";
import { agendaItemPeople, agendaItems, agendaReleases, type ReleasedItem, rooms } from "@/db/schema/agenda";
import { agenda, summitRooms } from "./data/upcoming";
import { known } from "./past-events";

type Instant = (day: number, time: string) => Date;

/** The agenda of the upcoming summit, and its first release. */
export async function seedAgenda(
  tx: Transaction,
  eventId: string,
  instant: Instant,
  persons: Record<string, string>,
  at: Date,
) {
  const inRooms = await seedRooms(tx, eventId);
  const items: ReleasedItem[] = [];
  for (const { day, from, to, people: cast = [], room, ...facts } of agenda) {
    const [item] = await tx
      .insert(agendaItems)
      .values({
        ...facts,
        eventId,
        roomId: known(inRooms, room).id,
        wordsRevision: { en: 1, sv: 1 },
        startsAt: instant(day, from),
        endsAt: instant(day, to),
      })
      .returning();
    if (!item) continue;
    const parts = cast.map(([key, role]) => ({ personId: known(persons, key), role }));
    if (parts.length > 0)
      await tx.insert(agendaItemPeople).values(
        parts.map((part, position) => ({
          ...part,
          itemId: item.id,
          position,
          confirmation: "confirmed" as const,
        })),
      );
    if (item.kind === "hold") continue;
    items.push({
      id: item.id,
      kind: item.kind,
      title: item.title,
      abstract: item.abstract,
      room: known(inRooms, room),
      startsAt: instant(day, from).toISOString(),
      endsAt: instant(day, to).toISOString(),
      audience: "public",
      attribution: item.attribution,
      languages: item.languages,
      statementIds: [],
      announcementIds: [],
      people: parts.map((part) => ({ ...part, presence: "in_person", onBehalfOf: null })),
      sequence: 0,
    });
  }
  await tx.insert(agendaReleases).values({
    eventId,
    number: 1,
    note: { en: "The first agenda.", sv: "Den första dagordningen." },
    content: { items, cancelled: [] },
    releasedAt: at,
  });
}

/** The rooms of the summit, by name; the reception is in another building. */
async function seedRooms(tx: Transaction, eventId: string) {
  const names = [...new Set(agenda.map((item) => item.room))];
  const rows = await tx
    .insert(rooms)
    .values(names.map((name, position) => ({ eventId, name, position, ...summitRooms[name] })))
    .returning({ id: rooms.id, name: rooms.name, building: rooms.building });
  return Object.fromEntries(rows.map((room) => [room.name, room]));
}
