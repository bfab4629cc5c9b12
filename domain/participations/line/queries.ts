import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { promotions } from "@/db/schema/pools";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";

/** Moves that are shown at most. */
const most = 100;

/** An event's moves from the waiting list, latest first: who moved up, by which rule, and who was passed over and why. */
export async function promotionsOf(actor: Actor, eventId: string) {
  ensure(actor, "event.edit-places");
  const moves = await db()
    .select({
      id: promotions.id,
      at: promotions.at,
      participationId: promotions.participationId,
      name: participations.name,
      pool: promotions.pool,
      policy: promotions.policy,
      passedOver: promotions.passedOver,
    })
    .from(promotions)
    .innerJoin(participations, eq(participations.id, promotions.participationId))
    .where(eq(promotions.eventId, eventId))
    .orderBy(desc(promotions.at), promotions.id)
    .limit(most);
  const names = await namesOf(moves.flatMap((move) => move.passedOver.map(({ id }) => id)));
  return moves.map((move) => ({
    ...move,
    passedOver: move.passedOver.map(({ id, reason }) => ({ id, reason, name: names.get(id) ?? "" })),
  }));
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = sql`any(${`{${[...new Set(ids)].join(",")}}`}::uuid[])`;
  const rows = await db()
    .select({ id: participations.id, name: participations.name })
    .from(participations)
    .where(eq(participations.id, wanted));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** When somebody on the waiting list was passed over, for whom, and why; latest first. */
export async function passedOverFor(actor: Actor, participationId: string) {
  ensure(actor, "participation.approve");
  const rows = await db()
    .select({
      id: promotions.id,
      at: promotions.at,
      pool: promotions.pool,
      name: participations.name,
      passedOver: promotions.passedOver,
    })
    .from(promotions)
    .innerJoin(participations, eq(participations.id, promotions.participationId))
    .where(sql`${promotions.passedOver} @> ${JSON.stringify([{ id: participationId }])}::jsonb`)
    .orderBy(desc(promotions.at), promotions.id)
    .limit(most);
  return rows.map(({ passedOver, ...row }) => ({
    ...row,
    reason: passedOver.find(({ id }) => id === participationId)?.reason ?? "",
  }));
}
