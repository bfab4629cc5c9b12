import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { recordAll } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { instantToLocal } from "@/lib/time";
import type { PlaceInput } from "./input";
import { agendaConstraints, ensureRoom, instantOf } from "./row";

/** Where an item stands, local to the event's zone; in the tray it has no times. */
export type Standing = {
  id: string;
  revision: number;
  startsAt: string | null;
  endsAt: string | null;
  roomId: string | null;
};

/**
 * Gives items of an event their time and room, or puts them into the tray; all of them or none. Refuses `stale` with
 * where the changed ones stand now (`theirs`), `not_found` where one is gone, `time_skipped`, `time_twice`,
 * `no_such_room`, `ends_before_start`.
 */
export async function place(actor: Actor, { eventId, items }: PlaceInput, at = now()): Promise<Standing[]> {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, eventId);
      ensure(actor, "agenda.edit");
      const before = await lockItems(
        tx,
        eventId,
        items.map((item) => item.id),
      );
      const changed = before.filter((row) =>
        items.some((i) => i.id === row.id && i.revision !== row.revision),
      );
      if (changed.length > 0)
        throw new Refusal("stale", {}, { theirs: changed.map((row) => standing(row, event.zone)) });
      const after = [];
      for (const item of items) {
        await ensureRoom(tx, eventId, item.roomId);
        after.push(await writePlace(tx, item, event.zone));
      }
      await recordAll(
        tx,
        actor,
        before.map((row) => ({
          action: "agenda.edit",
          subject: ["agenda_item", row.id],
          eventId,
          at,
          details: { moved: row.kind },
        })),
      );
      return after.map((row) => standing(row, event.zone));
    });
  return refusing(agendaConstraints, write);
}

/** Locks items of an event, in one order for everybody. Refuses `not_found` where one is not there. */
export async function lockItems(tx: Transaction, eventId: string, ids: string[]) {
  const rows = await tx
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.eventId, eventId), inArray(agendaItems.id, ids)))
    .orderBy(agendaItems.id)
    .for("update");
  if (rows.length < new Set(ids).size) throw new Refusal("not_found");
  return rows;
}

/** Writes where a locked item stands, one revision on. What goes to the tray remembers how long it takes. */
export async function writePlace(tx: Transaction, item: Standing, zone: string) {
  const startsAt = instantOf(item.startsAt, zone);
  const endsAt = instantOf(item.endsAt, zone);
  // The row's own times, as they were before this update.
  const took = sql`(extract(epoch from ${agendaItems.endsAt} - ${agendaItems.startsAt}) / 60)::int`;
  const planned = sql`greatest(1, least(10080, coalesce(${took}, ${agendaItems.plannedMinutes})))`;
  const [row] = await tx
    .update(agendaItems)
    .set({
      startsAt,
      endsAt,
      roomId: item.roomId,
      revision: item.revision + 1,
      ...(startsAt ? {} : { plannedMinutes: planned }),
    })
    .where(eq(agendaItems.id, item.id))
    .returning();
  if (!row) throw new Refusal("not_found");
  return row;
}

/** Where a row stands, in the words of the editor. */
export function standing(row: typeof agendaItems.$inferSelect, zone: string): Standing {
  const local = (instant: Date | null) => (instant ? instantToLocal(instant, zone) : null);
  return {
    id: row.id,
    revision: row.revision,
    startsAt: local(row.startsAt),
    endsAt: local(row.endsAt),
    roomId: row.roomId,
  };
}
