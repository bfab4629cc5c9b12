import { z } from "zod";
import { id, line, optionalLine, optionalNumber, revision } from "@/domain/input";

const facts = {
  name: line(120),
  building: optionalLine(120),
  capacity: optionalNumber(1, 100_000),
};

/** A new room of an event. */
export const roomInput = z.object({ ...facts, eventId: id });
export type RoomInput = z.output<typeof roomInput>;

/** A change of a room, made on a revision. */
export const editRoomInput = z.object({ ...facts, id, revision });
export type EditRoomInput = z.output<typeof editRoomInput>;

export const removeRoomInput = z.object({ id, revision });
export type RemoveRoomInput = z.output<typeof removeRoomInput>;

/** A room changes places with the one before or after it. */
export const moveRoomInput = z.object({
  id,
  revision,
  direction: z.enum(["up", "down"], { error: "validation.choice" }),
});
export type MoveRoomInput = z.output<typeof moveRoomInput>;
