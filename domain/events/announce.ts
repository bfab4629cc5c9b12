import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { ensureNotInRelease } from "@/domain/releases/held";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { announceIn } from "./announce-in";
import type { EventStepInput } from "./input";
import { lockEvent } from "./lock";

/** Makes an event and its agenda public from now on. Refuses `stale`, `already_announced`, `obstacles`, `in_release`. */
export async function announce(actor: Actor, { id, revision }: EventStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, id);
    ensure(actor, "event.announce");
    if (event.announcedAt) throw new Refusal("already_announced");
    if (event.revision !== revision) throw new Refusal("stale");
    await ensureNotInRelease(tx, { eventId: id, kind: "event" });
    return announceIn(tx, actor, event, { publicFrom: at }, at);
  });
}
