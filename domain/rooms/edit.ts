import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { rooms } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { EditRoomInput } from "./input";
import { lockRoom, roomConstraints } from "./row";

/** Changes a room. Refuses `stale` with theirs, and `room_known` where another has the name. */
export async function editRoom(actor: Actor, { id, revision, ...facts }: EditRoomInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const { room, event } = await lockRoom(tx, id);
      ensure(actor, "agenda.edit");
      if (room.revision !== revision) throw new Refusal("stale", {}, { theirs: room });
      await tx
        .update(rooms)
        .set({ ...facts, revision: revision + 1 })
        .where(eq(rooms.id, id));
      await record(tx, actor, {
        action: "agenda.edit",
        subject: ["event", event.id],
        eventId: event.id,
        at,
        details: { room: "changed" },
      });
      return { revision: revision + 1 };
    });
  return refusing(roomConstraints, write);
}
