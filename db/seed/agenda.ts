import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  agendaItemPeople,
  agendaItems,
  agendaReleases,
  availabilities,
  type ReleasedItem,
  rooms,
} from "@/db/schema/agenda";
import { isInternal } from "@/domain/agenda/rules";
import { agenda, dialogueItems, summitAvailabilities, summitRooms, waitingItems } from "./data/upcoming";
import { known } from "./past-events";

type Instant = (day: number, time: string) => Date;

/**
 * The agenda of the upcoming summit and its two releases: the keynote began later in the first, and the heads of
 * delegation did not meet yet. In the draft a bilateral has moved since.
 */
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
    if (isInternal(item.kind) || item.audience === "organizers") continue;
    items.push({
      id: item.id,
      kind: item.kind,
      title: item.title,
      abstract: item.abstract,
      room: known(inRooms, room),
      startsAt: instant(day, from).toISOString(),
      endsAt: instant(day, to).toISOString(),
      audience: item.audience,
      attribution: item.attribution,
      languages: item.languages,
      statementIds: [],
      announcementIds: [],
      people: parts.map((part) => ({ ...part, presence: "in_person", onBehalfOf: null })),
      sequence: 0,
    });
  }
  await seedWaiting(tx, eventId);
  await tx.insert(availabilities).values(
    summitAvailabilities.map(({ key, day, from, to }) => ({
      eventId,
      personId: known(persons, key),
      fromAt: instant(day, from),
      untilAt: instant(day, to),
    })),
  );
  const earlier = items.flatMap((item) => {
    if (item.audience === "participants") return [];
    if (item.kind !== "keynote") return [item];
    return [{ ...item, startsAt: later(item.startsAt), endsAt: later(item.endsAt) }];
  });
  const moved = items.map((item) => (item.kind === "keynote" ? { ...item, sequence: 1 } : item));
  await tx.insert(agendaReleases).values([
    {
      eventId,
      number: 1,
      note: { en: "The first agenda.", sv: "Den första dagordningen." },
      content: { items: earlier, cancelled: [] },
      releasedAt: new Date(at.getTime() - 9 * 86_400_000),
    },
    {
      eventId,
      number: 2,
      note: {
        en: "The keynote follows the opening at once.",
        sv: "Huvudanförandet följer direkt på öppningen.",
      },
      content: { items: moved, cancelled: [] },
      releasedAt: at,
    },
  ]);
  for (const item of items.filter((one) => one.kind === "bilateral"))
    await tx
      .update(agendaItems)
      .set({ startsAt: new Date(later(item.startsAt)), endsAt: new Date(later(item.endsAt)), revision: 2 })
      .where(eq(agendaItems.id, item.id));
}

/** A quarter of an hour later. */
const later = (time: string) => new Date(Date.parse(time) + 15 * 60_000).toISOString();
/** The working draft of the dialogue: on the net, so without rooms. */
export async function seedDialogueDraft(tx: Transaction, eventId: string, instant: (time: string) => Date) {
  await tx.insert(agendaItems).values(
    dialogueItems.map(({ from, to, ...item }) => ({
      ...item,
      eventId,
      startsAt: instant(from),
      endsAt: instant(to),
      wordsRevision: { en: 1, sv: 1 },
    })),
  );
}

/** What waits in the tray; its Swedish words are still to be written. */
async function seedWaiting(tx: Transaction, eventId: string) {
  await tx.insert(agendaItems).values(
    waitingItems.map(({ minutes, ...item }) => ({
      ...item,
      eventId,
      plannedMinutes: minutes,
      wordsRevision: { en: 1 },
    })),
  );
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
