import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { eventHosts, events } from "@/db/schema/events";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { keepLocalTimes } from "@/domain/agenda/keep-local-times";
import { record } from "@/domain/history/record";
import { promote } from "@/domain/participations/promote";
import { tellMoved } from "@/domain/participations/tell";
import { fitPools } from "@/domain/pools/fit";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { instantToLocal, nearestInstant } from "@/lib/time";
import { eventConstraints } from "./create";
import type { EditEventInput } from "./input";
import { type EventRow, lockEvent } from "./lock";
import { columnsOf, writeHosts } from "./row";
import { moved } from "./rules";

/**
 * Changes an event. Where an announced one moves, its participants are told with an updated calendar file; where it
 * gains seats, the waiting list moves up. Where the zone is another the local times stay and the agenda moves along,
 * unless the instants are to stay. Refuses `stale`, `slug_taken`, `fewer_seats_than_taken`, `event_cancelled`,
 * `time_not_unique`, `items_without_time`.
 */
export async function edit(actor: Actor, { id, revision, zoneChange, ...input }: EditEventInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const before = await lockEvent(tx, id);
      ensure(actor, "event.edit");
      if (before.revision !== revision) throw new Refusal("stale", {}, { theirs: before });
      if (before.cancelledAt) throw new Refusal("event_cancelled");
      const keepsInstants = zoneChange === "instants";
      const columns = columnsOf(input, keepsInstants ? before.zone : input.zone);
      const rezoned = before.zone !== columns.zone && !keepsInstants;
      await fitPools(tx, id, columns.capacity, at);
      const moves = before.announcedAt !== null && before.announcedAt <= at && moved(before, columns);
      const [after] = await tx
        .update(events)
        .set({
          ...columns,
          ...(rezoned ? deadlinesIn(before, columns.zone) : {}),
          revision: revision + 1,
          calendarSequence: before.calendarSequence + (moves ? 1 : 0),
          updatedAt: at,
        })
        .where(eq(events.id, id))
        .returning();
      if (!after) throw new Refusal("not_found");
      await tx.delete(eventHosts).where(eq(eventHosts.eventId, id));
      await writeHosts(tx, id, input.hosts);
      await record(tx, actor, {
        action: "event.edit",
        subject: ["event", id],
        eventId: id,
        at,
        details: { changed: changed(before, after), moved: moves },
      });
      if (rezoned) await keepLocalTimes(tx, actor, before, after, at);
      if (moves) await tellMoved(tx, after);
      await promote(tx, after, at);
      return { revision: after.revision };
    });
  return refusing(eventConstraints, write);
}

/** The deadline that is set elsewhere, at the same local time in another zone. */
function deadlinesIn({ nominationClosesAt, zone: typedIn }: EventRow, zone: string) {
  if (!nominationClosesAt) return {};
  return { nominationClosesAt: nearestInstant(instantToLocal(nominationClosesAt, typedIn), zone) };
}

const bookkeeping = new Set(["revision", "updatedAt", "calendarSequence"]);

function changed(before: object, after: object) {
  const theirs = Object.entries(after).filter(([key]) => !bookkeeping.has(key));
  return theirs
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof typeof before]))
    .map(([key]) => key);
}
