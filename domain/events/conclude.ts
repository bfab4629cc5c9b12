import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EventStepInput } from "./input";
import { lockEvent } from "./lock";
import { eventState } from "./rules";

/** Closes the book on an event that has ended. Refuses `stale`, `not_ended`. */
export async function conclude(actor: Actor, { id, revision }: EventStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, id);
    ensure(actor, "event.conclude");
    if (event.revision !== revision) throw new Refusal("stale");
    if (eventState(event, at) !== "ended") throw new Refusal("not_ended");
    await tx
      .update(events)
      .set({ concludedAt: at, revision: revision + 1, updatedAt: at })
      .where(eq(events.id, id));
    await record(tx, actor, { action: "event.conclude", subject: ["event", id], eventId: id, at });
    return { revision: revision + 1 };
  });
}
