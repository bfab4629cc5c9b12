import { and, count, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { poolKinds } from "@/db/enums";
import { invitations } from "@/db/schema/invitations";
import { participations } from "@/db/schema/participations";
import { eventPools } from "@/db/schema/pools";
import type { Pool } from "./rules";

/**
 * The pools of an event with what is taken of each: seats held, seats offered, and seats kept by guaranteed invitations
 * that are still open at the moment. Ask it behind the event's lock where the answer decides.
 */
export async function poolsOf(query: Queryable, eventId: string, at: Date): Promise<Pool[]> {
  const [shares, held, kept] = await Promise.all([
    query
      .select({ kind: eventPools.kind, seats: eventPools.seats })
      .from(eventPools)
      .where(eq(eventPools.eventId, eventId)),
    query
      .select({ kind: participations.seatPool, count: count() })
      .from(participations)
      .where(and(eq(participations.eventId, eventId), isNotNull(participations.seatPool)))
      .groupBy(participations.seatPool),
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
  const taken = (kind: Pool["kind"]) =>
    [...held, ...kept].filter((row) => row.kind === kind).reduce((sum, row) => sum + row.count, 0);
  return shares
    .map((share) => ({ ...share, taken: taken(share.kind) }))
    .toSorted((a, b) => poolKinds.indexOf(a.kind) - poolKinds.indexOf(b.kind));
}
