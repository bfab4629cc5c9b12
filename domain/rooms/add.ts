import { eq, max } from "drizzle-orm";
import { db } from "@/db/client";
import { rooms } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { RoomInput } from "./input";
import { roomConstraints } from "./row";

/** Adds a room to an event, after those it has. Refuses `room_known` where one has the name. */
export async function addRoom(actor: Actor, input: RoomInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, input.eventId);
      ensure(actor, "agenda.edit");
      const [last] = await tx
        .select({ position: max(rooms.position) })
        .from(rooms)
        .where(eq(rooms.eventId, event.id));
      const [room] = await tx
        .insert(rooms)
        .values({ ...input, position: (last?.position ?? -1) + 1 })
        .returning({ id: rooms.id });
      if (!room) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "agenda.edit",
        subject: ["event", event.id],
        eventId: event.id,
        at,
        details: { room: "added" },
      });
      return room;
    });
  return refusing(roomConstraints, write);
}
