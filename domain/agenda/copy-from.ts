import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { agendaItems, rooms } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { dayIn, daysBetween, instantToLocal } from "@/lib/time";
import { later } from "./grid/rules";
import type { CopyFromInput } from "./input";
import { type DraftItem, draftOf } from "./queries";
import { agendaConstraints, instantOf, writePeople } from "./row";
import { bornIn } from "./words";

/**
 * Adds the agenda of another event: its first day becomes this one's, local times stay, rooms are those of the same
 * name (made where there is none). People come along if asked for; nobody has been asked yet. What is here already, by
 * title, time and room, is passed over, so that copying twice adds once. Refuses `nothing_to_copy`, `time_skipped`,
 * `time_twice`.
 */
export async function copyFrom(actor: Actor, input: CopyFromInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, input.eventId);
      ensure(actor, "agenda.edit");
      if (input.from === event.id) throw new Refusal("nothing_to_copy");
      const [source] = await tx.select().from(events).where(eq(events.id, input.from));
      if (!source) throw new Refusal("no_such_event");
      const draft = await draftOf(tx, source.id);
      const here = new Set((await draftOf(tx, event.id)).map((item) => mark(item, item.room?.name)));
      const days = daysBetween(dayIn(source.startsAt, source.zone), dayIn(event.startsAt, event.zone));
      const moved = draft.map((item) => ({ ...item, ...moveTo(item, source.zone, event.zone, days) }));
      const fresh = moved.filter((item) => !here.has(mark(item, item.room?.name)));
      if (fresh.length === 0) throw new Refusal("nothing_to_copy");
      const roomIds = await roomsByName(tx, event.id, fresh);
      for (const item of fresh) {
        const roomId = roomIds.get(item.room?.name.toLowerCase() ?? "") ?? null;
        const id = await insertCopy(tx, event.id, item, roomId, at);
        if (input.people) await writePeople(tx, id, item.people.map(unasked));
      }
      await record(tx, actor, {
        action: "agenda.edit",
        subject: ["event", event.id],
        eventId: event.id,
        at,
        details: { copied: fresh.length },
      });
      return { added: fresh.length };
    });
  return refusing(agendaConstraints, write);
}

const unasked = ({ id, role, presence, onBehalfOf }: DraftItem["people"][number]) => ({
  personId: id,
  role,
  presence,
  onBehalfOf,
  confirmation: "unasked" as const,
});

const mark = ({ title, startsAt }: Pick<DraftItem, "title" | "startsAt">, room = "") =>
  JSON.stringify([title.en, title.sv, startsAt?.toISOString(), room.toLowerCase()]);

function moveTo(item: DraftItem, from: string, to: string, days: number) {
  const move = (instant: Date | null) =>
    instant && instantOf(later(instantToLocal(instant, from), days * 1_440), to);
  return { startsAt: move(item.startsAt), endsAt: move(item.endsAt) };
}

/** The ids of the event's rooms by their names in small letters; those that are not there are made. */
async function roomsByName(tx: Transaction, eventId: string, items: DraftItem[]) {
  const here = await tx.select().from(rooms).where(eq(rooms.eventId, eventId));
  const ids = new Map(here.map((room) => [room.name.toLowerCase(), room.id]));
  for (const { room } of items) {
    if (!room || ids.has(room.name.toLowerCase())) continue;
    const { name, building, capacity } = room;
    const [made] = await tx
      .insert(rooms)
      .values({ eventId, name, building, capacity, position: ids.size })
      .returning({ id: rooms.id });
    if (made) ids.set(name.toLowerCase(), made.id);
  }
  return ids;
}

async function insertCopy(
  tx: Transaction,
  eventId: string,
  item: DraftItem,
  roomId: string | null,
  at: Date,
) {
  const { id: _, room: __, people: ___, ...facts } = item;
  const revision = bornIn(item.wordsRevision);
  const [copy] = await tx
    .insert(agendaItems)
    .values({ ...facts, eventId, roomId, revision, createdAt: at })
    .returning({ id: agendaItems.id });
  if (!copy) throw new Refusal("not_found");
  return copy.id;
}
