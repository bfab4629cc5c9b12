import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eventHosts, events } from "@/db/schema/events";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { notify } from "@/domain/webhooks/notify";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EventStepInput } from "./input";
import { lockEvent } from "./lock";
import { obstaclesToAnnouncing } from "./rules";

/** Makes an event and its agenda public from now on. Refuses `stale`, `already_announced`, `obstacles`. */
export async function announce(actor: Actor, { id, revision }: EventStepInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, id);
    ensure(actor, "event.announce");
    if (event.announcedAt) throw new Refusal("already_announced");
    if (event.revision !== revision) throw new Refusal("stale");
    const [hosts] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(eventHosts)
      .where(eq(eventHosts.eventId, id));
    const obstacles = obstaclesToAnnouncing({ ...event, hosts: hosts?.count ?? 0 }, at);
    if (obstacles.length > 0) throw new Refusal("obstacles", {}, obstacles);
    await tx
      .update(events)
      .set({ announcedAt: at, announcedBy: actorId(actor), revision: revision + 1, updatedAt: at })
      .where(eq(events.id, id));
    await notify(tx, "event.announced", { subject: ["event", id], key: at.toISOString() }, at);
    await record(tx, actor, { action: "event.announce", subject: ["event", id], eventId: id, at });
    return { revision: revision + 1 };
  });
}
