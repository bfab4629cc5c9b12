import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventHosts, events } from "@/db/schema/events";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { notify } from "@/domain/webhooks/notify";
import { Refusal } from "@/lib/refusal";
import type { EventRow } from "./lock";
import { type AnnouncingObstacle, obstaclesToAnnouncing } from "./rules";

/** What stands in the way of announcing an event whose row is locked; empty when nothing does. */
export async function obstaclesIn(
  tx: Transaction,
  event: EventRow,
  at: Date,
): Promise<(AnnouncingObstacle | "already_announced")[]> {
  if (event.announcedAt) return ["already_announced"];
  const [hosts] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(eventHosts)
    .where(eq(eventHosts.eventId, event.id));
  return obstaclesToAnnouncing({ ...event, hosts: hosts?.count ?? 0 }, at);
}

/** Makes an event whose row is locked public from an instant on, as part of a transaction. Refuses `obstacles`. */
export async function announceIn(
  tx: Transaction,
  actor: Actor,
  event: EventRow,
  { publicFrom }: { publicFrom: Date },
  at: Date,
) {
  ensure(actor, "event.announce");
  const obstacles = await obstaclesIn(tx, event, publicFrom);
  if (obstacles.length > 0) throw new Refusal("obstacles", {}, obstacles);
  const revision = event.revision + 1;
  await tx
    .update(events)
    .set({ announcedAt: publicFrom, announcedBy: actorId(actor), revision, updatedAt: publicFrom })
    .where(eq(events.id, event.id));
  const told = { subject: ["event", event.id], key: publicFrom.toISOString() } as const;
  await notify(tx, "event.announced", told, publicFrom);
  await record(tx, actor, { action: "event.announce", subject: ["event", event.id], eventId: event.id, at });
  return { revision };
}
