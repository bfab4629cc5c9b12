import { type SQL, sql } from "drizzle-orm";
import { announcementPublications } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { periods } from "@/db/schema/periods";
import { statementPublications } from "@/db/schema/statements";
import { isPublicAt } from "@/domain/publication/where";

/** The periods that are over on a day, with what is told of each; named `over` where they are asked. */
export const periodsOver = (day: string) => sql`
  select id, kind, from_on, to_on, jsonb_build_object('id', id, 'kind', kind, 'name', name,
    'organisationId', organisation_id, 'fromOn', from_on, 'toOn', to_on) as period
  from ${periods} where to_on <= ${day}::date`;

/**
 * Whether something found belongs to a period of `over`: the one it was put into, else one that its day lies in, as the
 * lists mark it (`closedPeriodsBy`); a test compares the two. Who speaks in a text is not asked here either.
 */
export const belongsToOver = (found: SQL) => sql`(over.id = ${found}.period_id or (
  ${found}.period_id is null and over.kind <> 'government'
  and ${found}.belongs_on >= over.from_on and ${found}.belongs_on < over.to_on))`;

/** The same of any period of `over`, for all that is found: the periods are gone through once, not once for each. */
export const belongsToAny = (found: SQL) => sql`(case when ${found}.period_id is null
  then ${found}.belongs_on <@ (select range_agg(daterange(from_on, to_on)) from over where kind <> 'government')
  else ${found}.period_id = any ((select array_agg(id) from over)::uuid[]) end)`;

/**
 * The instants by which statements and announcements belong to a period, where no event says it: of their adoption, in
 * the zone that has, else of when they were first public. Of none where nothing is over or nothing was chosen.
 */
export const firstsOf = (at: Date) => sql`
  select statement_id as id, coalesce(adopted_at, min(public_from) filter (where ${counts(at)})) as first_at, adoptions.zone
    from ${statementPublications} left join adoptions using (statement_id)
    where exists (select from over, chosen) group by statement_id, adopted_at, adoptions.zone
  union all
  select announcement_id, min(public_from), null from ${announcementPublications}
    where announcement_id in (select id from chosen) and ${counts(at)} and exists (select from over) group by announcement_id`;

/** What was published by mistake, or taken back before its instant, does not count: it is as if it never was. */
const counts = (at: Date) => sql`public_from <= ${at.toISOString()}::timestamptz
  and (withdrawn_at is null or withdrawn_at > public_from)
  and (withdrawal_kind is null or withdrawal_kind not in ('error', 'too_early'))`;

/**
 * The rows of `chosen` with the day by which each belongs to a period: that of its event where the public knows of that,
 * else that of its instant among `firsts`. Members, commitments and people belong to none.
 */
export const placed = (at: Date) => sql`
  select chosen.*, coalesce(
    case when chosen.event_id is not null then (
      select (${events.startsAt} at time zone ${events.zone})::date from ${events}
      where ${events.id} = chosen.event_id and ${isPublicAt({ publicFrom: events.announcedAt }, at)}) end,
    case when firsts.zone is null and first_at = chosen.at then on_day
      else (first_at at time zone coalesce(firsts.zone, (select groups.zone from groups limit 1)))::date end) as belongs_on
  from chosen left join firsts on firsts.id = chosen.id`;
