import { and, count, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { type PoolKind, poolKinds } from "@/db/enums";
import { invitations } from "@/db/schema/invitations";
import { participations } from "@/db/schema/participations";
import { eventPools } from "@/db/schema/pools";
import type { Pool } from "./rules";

/**
 * The pools of an event with what is taken of each: seats held, seats offered, and seats kept by guaranteed invitations
 * that are still open at the moment. Ask it behind the event's lock where the answer decides.
 */
export async function poolsOf(query: Queryable, eventId: string, at: Date): Promise<Pool[]> {
  const [shares, taken] = await Promise.all([
    query
      .select({ kind: eventPools.kind, seats: eventPools.seats })
      .from(eventPools)
      .where(eq(eventPools.eventId, eventId)),
    takenOf(query, eventId, at),
  ]);
  return shares
    .map((share) => ({ ...share, taken: taken[share.kind] ?? 0 }))
    .toSorted((a, b) => poolKinds.indexOf(a.kind) - poolKinds.indexOf(b.kind));
}

/** How many seats are taken of each kind at a moment, also of kinds the event has no pool of. */
export async function takenOf(
  query: Queryable,
  eventId: string,
  at: Date,
): Promise<Partial<Record<PoolKind, number>>> {
  const { held, offered, kept } = await seatsOf(query, eventId, at);
  return Object.fromEntries(
    poolKinds.map((kind) => [kind, (held[kind] ?? 0) + (offered[kind] ?? 0) + (kept[kind] ?? 0)]),
  );
}

type Counts = Partial<Record<PoolKind, number>>;

/** The seats of each kind that are taken at a moment, by how: held, offered, kept for a guaranteed invitation. */
export async function seatsOf(
  query: Queryable,
  eventId: string,
  at: Date,
): Promise<{ held: Counts; offered: Counts; kept: Counts }> {
  const offer = sql<boolean>`${participations.offerExpiresAt} is not null`;
  const [seats, kept] = await Promise.all([
    query
      .select({ kind: participations.seatPool, offered: offer, count: count() })
      .from(participations)
      .where(and(eq(participations.eventId, eventId), isNotNull(participations.seatPool)))
      .groupBy(participations.seatPool, offer),
    query
      .select({ kind: invitations.pool, count: count() })
      .from(invitations)
      .where(
        and(
          eq(invitations.eventId, eventId),
          invitations.guaranteed,
          isNull(invitations.acceptedAt),
          isNull(invitations.declinedAt),
          isNull(invitations.revokedAt),
          gt(invitations.expiresAt, sql`${at.toISOString()}::timestamptz`),
        ),
      )
      .groupBy(invitations.pool),
  ]);
  const counted = (rows: { kind: PoolKind | null; count: number }[]): Counts =>
    Object.fromEntries(rows.map((row) => [row.kind, row.count]));
  return {
    held: counted(seats.filter((row) => !row.offered)),
    offered: counted(seats.filter((row) => row.offered)),
    kept: counted(kept),
  };
}
