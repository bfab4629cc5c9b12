import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { rooms } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { MoveRoomInput } from "./input";
import { lockRoom } from "./row";

/**
 * Moves a room one place up or down in the order of the agenda. Refuses `stale`, and `room_at_the_edge` where there is
 * nothing on that side. The others keep their revision: whoever changes one need not know that it stands elsewhere.
 */
export async function moveRoom(actor: Actor, { id, revision, direction }: MoveRoomInput, at = now()) {
  return db().transaction(async (tx) => {
    const { room, event } = await lockRoom(tx, id);
    ensure(actor, "agenda.edit");
    if (room.revision !== revision) throw new Refusal("stale", {}, { theirs: room });
    const order = await tx
      .select({ id: rooms.id })
      .from(rooms)
      .where(eq(rooms.eventId, event.id))
      .orderBy(rooms.position, rooms.name);
    const from = order.findIndex((one) => one.id === id);
    const to = from + (direction === "up" ? -1 : 1);
    if (!order[to]) throw new Refusal("room_at_the_edge");
    const after = order.toSpliced(from, 1).toSpliced(to, 0, { id });
    for (const [position, one] of after.entries())
      await tx.update(rooms).set({ position }).where(eq(rooms.id, one.id));
    await tx
      .update(rooms)
      .set({ revision: revision + 1 })
      .where(eq(rooms.id, id));
    await record(tx, actor, {
      action: "agenda.edit",
      subject: ["event", event.id],
      eventId: event.id,
      at,
      details: { room: "moved" },
    });
    return { place: to + 1 };
  });
}
