import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rooms } from "@/db/schema/agenda";
import { lockEvent } from "@/domain/events/lock";
import { Refusal } from "@/lib/refusal";

/** Locks the event of a room and then the room, and answers both. Refuses `not_found`. */
export async function lockRoom(tx: Transaction, id: string) {
  const [known] = await tx.select({ eventId: rooms.eventId }).from(rooms).where(eq(rooms.id, id));
  if (!known) throw new Refusal("not_found");
  const event = await lockEvent(tx, known.eventId);
  const [room] = await tx.select().from(rooms).where(eq(rooms.id, id)).for("update");
  if (!room) throw new Refusal("not_found");
  return { room, event };
}

/** What the database may say no to when a room is written. */
export const roomConstraints = { rooms_name_key: "room_known" };
