import { and, count, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { type PoolKind, poolKinds } from "@/db/enums";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { classesOf, countsByClass } from "@/domain/classes/queries";
import { classesValues } from "@/domain/classes/rules";
import type { EventRow } from "@/domain/events/lock";
import { placesValues } from "./edit";
import { poolsOf, seatsOf } from "./queries";

/** A share of an event's seats as the workspace shows it; `seats` is null where there is no such pool. */
export type Share = {
  kind: PoolKind;
  seats: number | null;
  held: number;
  offered: number;
  kept: number;
  waiting: number;
};

/** How an event's seats are divided and taken at a moment, kind by kind, and how many wait for each. */
export async function sharesOf(actor: Actor, eventId: string, at: Date): Promise<Share[]> {
  ensure(actor, "participation.list");
  const [pools, { held, offered, kept }, waiting] = await Promise.all([
    poolsOf(db(), eventId, at),
    seatsOf(db(), eventId, at),
    waitingOf(eventId),
  ]);
  return poolKinds
    .map((kind) => ({
      kind,
      seats: pools.find((pool) => pool.kind === kind)?.seats ?? null,
      held: held[kind] ?? 0,
      offered: offered[kind] ?? 0,
      kept: kept[kind] ?? 0,
      waiting: waiting.get(kind) ?? 0,
    }))
    .filter((share) => share.seats !== null || share.held + share.offered + share.kept + share.waiting > 0);
}

/** How many of each pool stand in line; whoever is offered a seat does not stand there any more. */
async function waitingOf(eventId: string): Promise<Map<PoolKind, number>> {
  const rows = await db()
    .select({ kind: participations.pool, count: count() })
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(participations.state, "waitlisted"),
        isNull(participations.seatPool),
      ),
    )
    .groupBy(participations.pool);
  return new Map(rows.map((row) => [row.kind, row.count]));
}

/** The free seats of each pool there is; nothing where the event has no limit. */
export function freeSeats(shares: readonly Share[]): Partial<Record<PoolKind, number>> {
  return Object.fromEntries(
    shares.flatMap(({ kind, seats, held, offered, kept }) =>
      seats === null ? [] : [[kind, Math.max(0, seats - held - offered - kept)]],
    ),
  );
}

/** Everything the page of an event's places shows: the division, the classes in use, and what its form holds. */
export async function placesForOrganizer(actor: Actor, event: EventRow, at: Date) {
  ensure(actor, "event.edit-places");
  const [pools, shares, classes, counts] = await Promise.all([
    poolsOf(db(), event.id, at),
    sharesOf(actor, event.id, at),
    classesOf(db(), event),
    countsByClass(actor, event.id),
  ]);
  const rows = classesValues(classes).map((row) => ({ ...row, people: counts.get(row.class) ?? 0 }));
  return { values: placesValues(event, pools), shares, classes: rows };
}
