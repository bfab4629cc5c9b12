import { and, asc, count, eq, inArray, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { poolsOf } from "@/domain/pools/queries";
import { awaiting, byAge, composition, type Day, runningTotals, undecided, type Waiting } from "./rules";

/**
 * The figures of an event at a moment: who comes, how registration went day by day in the event's zone, how long
 * decisions have waited, and how full the pools are. The same number of statements for any number of participants.
 */
export async function figuresOf(actor: Actor, event: { id: string; zone: string }, at: Date) {
  ensure(actor, "participation.list");
  const here = eq(participations.eventId, event.id);
  const approved = sql<number>`count(*) filter (where ${participations.state} = 'approved')::int`;
  const pending = sql<number>`count(*) filter (where ${participations.state} <> 'approved')::int`;
  const waited = sql<number>`greatest(0, floor(extract(epoch from ${at.toISOString()}::timestamptz - ${participations.stateAt}) / 86400))::int`;
  const [counted, days, waiting, pools] = await Promise.all([
    db()
      .select({
        level: participations.level,
        class: participations.class,
        kind: organisations.kind,
        country: organisations.country,
        approved,
        pending,
      })
      .from(participations)
      .leftJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(
        and(here, or(eq(participations.state, "approved"), inArray(participations.state, [...undecided]))),
      )
      .groupBy(participations.level, participations.class, organisations.kind, organisations.country),
    daysOf(event),
    db()
      .select({ state: participations.state, days: waited.as("days"), count: count() })
      .from(participations)
      .where(and(here, inArray(participations.state, [...awaiting])))
      .groupBy(participations.state, sql`days`)
      .orderBy(asc(sql`days`)),
    poolsOf(db(), event.id, at),
  ]);
  return {
    ...composition(counted),
    days: runningTotals(days),
    waiting: byAge(waiting as Waiting[]),
    pools,
  };
}

/** How many registered and how many were approved on each day on which somebody was, in the event's zone. */
async function daysOf({ id, zone }: { id: string; zone: string }): Promise<Day[]> {
  const { eventId, state, createdAt, stateAt } = participations;
  const here = eq(eventId, id);
  const rows: Iterable<Day> = await db().execute<Day>(sql`
    select to_char(day, 'YYYY-MM-DD') as day, sum(registered)::int as registered, sum(approved)::int as approved from (
      select (${createdAt} at time zone ${zone})::date as day, 1 as registered, 0 as approved
        from ${participations} where ${here}
      union all
      select (${stateAt} at time zone ${zone})::date, 0, 1
        from ${participations} where ${and(here, eq(state, "approved"))}
    ) deeds group by day order by day`);
  return [...rows];
}
