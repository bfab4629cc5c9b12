import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems, rooms } from "@/db/schema/agenda";
import { cues } from "@/db/schema/run-of-show";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { plannedAt } from "./rules";

/**
 * The run of show of an event: the items of its working draft and the rows with the time each is planned for, in the
 * event's zone.
 */
export async function runOfShow(actor: Actor, eventId: string, zone: string) {
  ensure(actor, "run-of-show.read");
  const [items, rows] = await Promise.all([
    db()
      .select({
        id: agendaItems.id,
        kind: agendaItems.kind,
        title: agendaItems.title,
        startsAt: agendaItems.startsAt,
        endsAt: agendaItems.endsAt,
        room: rooms.name,
      })
      .from(agendaItems)
      .leftJoin(rooms, eq(rooms.id, agendaItems.roomId))
      .where(eq(agendaItems.eventId, eventId))
      .orderBy(asc(agendaItems.startsAt), agendaItems.id),
    db().select().from(cues).where(eq(cues.eventId, eventId)).orderBy(asc(cues.position), cues.id),
  ]);
  const withTime = rows.map((row) => {
    const item = items.find((one) => one.id === row.itemId);
    return { ...row, item, planned: plannedAt(row, item, zone) };
  });
  return { items, rows: withTime };
}
