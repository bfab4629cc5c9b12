import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import type { PoolKind } from "@/db/enums";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { classesOf } from "@/domain/classes/queries";
import { poolsOf } from "@/domain/pools/queries";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { type Candidate, type Forecast, foresee, type SeveralStep } from "./rules";
import { type Chosen, choiceKey } from "./select";

type Asked = { eventId: string; step: SeveralStep; pool?: PoolKind | null; chosen: readonly Chosen[] };

/** What a decision for several would do, and the key of the choice it was foreseen for. */
export type Foreseen = Forecast & { key: string; chosen: number };

/**
 * Foresees a decision for several, by the rules it will be made by, on the event as it stands; nothing is written.
 * What others decide meanwhile can change it, which the report of the deed then says. Refuses `not_found`.
 */
export async function foreseeSeveral(
  actor: Actor,
  { eventId, step, pool, chosen }: Asked,
  at = now(),
): Promise<Foreseen> {
  ensure(actor, "participation.approve");
  const [event] = await db().select().from(events).where(eq(events.id, eventId));
  if (!event) throw new Refusal("not_found");
  const [found, waiting, points, pools, classes] = await Promise.all([
    candidates(
      inArray(
        participations.id,
        chosen.map(({ id }) => id),
      ),
      eventId,
    ),
    candidates(and(eq(participations.state, "waitlisted"), isNull(participations.seatPool)), eventId),
    focalPoints(),
    poolsOf(db(), eventId, at),
    classesOf(db(), event),
  ]);
  const counted = (row: Found): Candidate => ({
    ...row,
    letters: (row.email ? 1 : 0) + (row.delegationId ? (points.get(row.organisationId ?? "") ?? 0) : 0),
  });
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = chosen.map(({ id, revision }) => {
    const row = byId.get(id);
    if (!row) return { id, name: "", refusal: "not_found" };
    return row.revision === revision ? counted(row) : { id, name: row.name, refusal: "stale" };
  });
  const forecast = foresee({ step, pool }, rows, {
    pools,
    line: waiting.map(counted),
    policy: event.promotionPolicy,
    classes: classes.map((row) => row.class),
    moves: event.announcedAt !== null && event.announcedAt <= at && !event.cancelledAt && event.endsAt > at,
    cancelled: event.cancelledAt !== null,
  });
  return { ...forecast, key: choiceKey(chosen), chosen: chosen.length };
}

const columns = {
  id: participations.id,
  name: participations.name,
  revision: participations.revision,
  state: participations.state,
  arrival: participations.arrival,
  class: participations.class,
  pool: participations.pool,
  seatPool: participations.seatPool,
  email: participations.email,
  delegationId: participations.delegationId,
  organisationId: participations.organisationId,
};
type Found = Awaited<ReturnType<typeof candidates>>[number];

async function candidates(which: ReturnType<typeof and>, eventId: string) {
  return db()
    .select(columns)
    .from(participations)
    .where(and(eq(participations.eventId, eventId), which))
    .orderBy(asc(participations.arrival));
}

/** How many people act for each organisation: they are told of decisions on its delegation. */
async function focalPoints(): Promise<Map<string | null, number>> {
  const rows = await db()
    .select({ organisationId: users.organisationId, count: count() })
    .from(users)
    .where(and(eq(users.role, "focal_point"), isNull(users.deactivatedAt)))
    .groupBy(users.organisationId);
  return new Map(rows.map((row) => [row.organisationId, row.count]));
}
