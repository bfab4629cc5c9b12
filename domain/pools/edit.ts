import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { poolKinds } from "@/db/enums";
import { events } from "@/db/schema/events";
import { eventPools } from "@/db/schema/pools";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { promote } from "@/domain/participations/promote";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { instantToLocal, zonedToInstant } from "@/lib/time";
import type { PlacesInput } from "./input";
import { poolsOf, takenOf } from "./queries";
import { capacityOf, type Pool, tooSmall } from "./rules";

/**
 * Divides an event's seats, sets the deadline of its nominations and who moves up; where seats are gained, or the line
 * moves by another rule now, it moves. Refuses `stale` with their values, `event_cancelled`, `pool_smaller_than_taken`
 * with the pool and the number, `deadline_after_event`, `time_skipped`, `time_twice`. Answers how many moved up.
 */
export async function editPlaces(actor: Actor, input: PlacesInput, at = now()) {
  return db().transaction(async (tx) => {
    const before = await lockEvent(tx, input.id);
    ensure(actor, "event.edit-places");
    const pools = await poolsOf(tx, before.id, at);
    if (before.revision !== input.revision)
      throw new Refusal(
        "stale",
        {},
        { theirs: { ...placesValues(before, pools), revision: before.revision } },
      );
    if (before.cancelledAt) throw new Refusal("event_cancelled");
    if (!input.unlimited) {
      const small = tooSmall(input.pools, pools, await takenOf(tx, before.id, at));
      if (small) throw new Refusal("pool_smaller_than_taken", { pool: small.kind, taken: small.taken });
    }
    const { promotionPolicy, offerHours, nominationGraceMinutes, reviewedFields, needsKeptDays } = input;
    const [after] = await tx
      .update(events)
      .set({
        promotionPolicy,
        offerHours,
        nominationGraceMinutes,
        reviewedFields,
        needsKeptDays,
        nominationClosesAt: deadline(input.nominationClosesAt, before),
        capacity: input.unlimited ? null : capacityOf(input.pools),
        revision: before.revision + 1,
        updatedAt: at,
      })
      .where(eq(events.id, before.id))
      .returning();
    if (!after) throw new Refusal("not_found");
    await writePools(tx, before.id, input);
    const written = await poolsOf(tx, before.id, at);
    await record(tx, actor, {
      action: "event.edit-places",
      subject: ["event", before.id],
      eventId: before.id,
      at,
      details: { changed: changed(placesValues(before, pools), placesValues(after, written)) },
    });
    return { revision: after.revision, movedUp: await promote(tx, after, at) };
  });
}

function deadline(local: string | null, event: EventRow): Date | null {
  if (!local) return null;
  const zoned = zonedToInstant(local, event.zone);
  if (zoned.kind !== "instant")
    throw new Refusal(zoned.kind === "skipped" ? "time_skipped" : "time_twice", {
      time: local.replace("T", " "),
    });
  if (zoned.instant > event.endsAt) throw new Refusal("deadline_after_event");
  return zoned.instant;
}

async function writePools(tx: Transaction, eventId: string, { unlimited, pools }: PlacesInput) {
  await tx.delete(eventPools).where(eq(eventPools.eventId, eventId));
  if (unlimited) return;
  const rows = poolKinds.flatMap((kind) => {
    const seats = pools[kind];
    return seats === null ? [] : [{ eventId, kind, seats }];
  });
  await tx.insert(eventPools).values(rows);
}

/** An event's places as their form holds them: local to the event's zone, a pool it does not have empty. */
export function placesValues(event: EventRow, pools: readonly Pool[]) {
  return {
    unlimited: event.capacity === null,
    pools: Object.fromEntries(
      poolKinds.map((kind) => [kind, pools.find((pool) => pool.kind === kind)?.seats ?? ""]),
    ),
    promotionPolicy: event.promotionPolicy,
    offerHours: event.offerHours ?? "",
    nominationClosesAt: event.nominationClosesAt ? instantToLocal(event.nominationClosesAt, event.zone) : "",
    nominationGraceMinutes: event.nominationGraceMinutes,
    reviewedFields: event.reviewedFields,
    needsKeptDays: event.needsKeptDays,
  };
}

type Values = ReturnType<typeof placesValues>;

function changed(before: Values, after: Values) {
  return (Object.keys(after) as (keyof Values)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}
