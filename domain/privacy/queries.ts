import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { erasureRequests, retentionRuns } from "@/db/schema/privacy";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { dueOf } from "./due";
import { earliest } from "./retain";
import { retainedKinds } from "./rules";

const open = and(isNull(erasureRequests.doneAt), isNull(erasureRequests.refusedAt));

/** Requests to be erased that await an answer, oldest first. */
export async function erasureRequestsOpen(actor: Actor) {
  ensure(actor, "privacy.report");
  return db()
    .select({
      id: participations.id,
      name: participations.name,
      event: events.title,
      eventId: events.id,
      askedAt: erasureRequests.askedAt,
    })
    .from(erasureRequests)
    .innerJoin(participations, eq(participations.id, erasureRequests.participationId))
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(open)
    .orderBy(asc(erasureRequests.askedAt));
}

/** What the next run would erase, by event and kind, with the name of the event. Nothing is written. */
export async function dueForErasure(actor: Actor, at: Date) {
  ensure(actor, "privacy.report");
  const due = await Promise.all(retainedKinds.map((kind) => dueOf(db(), kind, at)));
  const named = await titlesOf(due.flat().map((row) => row.event_id));
  return retainedKinds.flatMap((kind, n) => {
    const rows = due[n] ?? [];
    return [...new Set(rows.map((row) => row.event_id))].map((eventId) => {
      const ours = rows.filter((row) => row.event_id === eventId);
      return {
        eventId,
        event: eventId === null ? undefined : named.get(eventId),
        kind,
        count: ours.length,
        since: earliest(ours),
      };
    });
  });
}

/** The latest runs, with how much each erased. */
export async function retentionReport(actor: Actor) {
  ensure(actor, "privacy.report");
  return db()
    .select({ id: retentionRuns.id, ranAt: retentionRuns.ranAt, report: retentionRuns.report })
    .from(retentionRuns)
    .where(eq(retentionRuns.dryRun, false))
    .orderBy(desc(retentionRuns.ranAt))
    .limit(14);
}

/** Whether a participant has asked to be erased and awaits the answer. */
export async function hasAskedErasure(actor: Actor): Promise<boolean> {
  if (actor.kind !== "participant") return false;
  ensure(actor, "privacy.read-own", { participationId: actor.participationId });
  const rows = await db()
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(and(eq(erasureRequests.participationId, actor.participationId), open));
  return rows.length > 0;
}

async function titlesOf(ids: (string | null)[]) {
  const rows = await db()
    .select({ id: events.id, title: events.title })
    .from(events)
    .where(
      inArray(
        events.id,
        [...new Set(ids)].filter((id) => id !== null),
      ),
    );
  return new Map(rows.map((row) => [row.id, row.title]));
}
