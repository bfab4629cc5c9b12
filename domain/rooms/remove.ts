import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems, rooms } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RemoveRoomInput } from "./input";
import { lockRoom } from "./row";

/**
 * Takes a room out of an event. Its items stay where they are in time, without a room, and one revision on: whoever is
 * changing one is told. Refuses `stale`.
 */
export async function removeRoom(actor: Actor, { id, revision }: RemoveRoomInput, at = now()) {
  return db().transaction(async (tx) => {
    const { room, event } = await lockRoom(tx, id);
    ensure(actor, "agenda.edit");
    if (room.revision !== revision) throw new Refusal("stale", {}, { theirs: room });
    const roomless = await tx
      .update(agendaItems)
      .set({ roomId: null, revision: sql`${agendaItems.revision} + 1` })
      .where(eq(agendaItems.roomId, id))
      .returning({ id: agendaItems.id });
    await tx.delete(rooms).where(eq(rooms.id, id));
    await record(tx, actor, {
      action: "agenda.edit",
      subject: ["event", event.id],
      eventId: event.id,
      at,
      details: { room: "removed", roomless: roomless.length },
    });
    return { roomless: roomless.length };
  });
}
