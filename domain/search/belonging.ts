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

const zone = sql`(select zone from groups limit 1)`;
const dayOfEvent = sql`(${events.startsAt} at time zone ${events.zone})::date`;

/**
 * The day by which something found belongs to a period: that of its event where the public knows of that, else of its
 * adoption, else of when it was first public. Members and people belong to none.
 */
export function dayOfBelonging(found: SQL, at: Date): SQL {
  const tied = (eventId: SQL) => sql`(select ${dayOfEvent} from ${events}
    where ${events.id} = ${eventId} and ${isPublicAt({ publicFrom: events.announcedAt }, at)})`;
  return sql`(case ${found}.kind
    when 'event' then (select ${dayOfEvent} from ${events} where ${events.id} = ${found}.id)
    when 'agenda_item' then (select ${dayOfEvent} from agenda_releases
      join ${events} on ${events.id} = agenda_releases.event_id where agenda_releases.id = ${found}.ref_id)
    when 'statement' then (
      select coalesce(${tied(sql`statements.event_id`)}, (coalesce(adopted_at, ${firstPublicStatement(at)})
        at time zone coalesce(adoptions.zone, ${zone}))::date)
      from statements left join adoptions on adoptions.statement_id = statements.id where statements.id = ${found}.id)
    when 'announcement' then (
      select coalesce(${tied(sql`announcements.event_id`)},
        (${firstPublicAnnouncement(at)} at time zone ${zone})::date)
      from announcements where announcements.id = ${found}.id)
    end)`;
}

/** What was published by mistake, or taken back before its instant, does not count: it is as if it never was. */
const counts = sql`(withdrawn_at is null or withdrawn_at > public_from)
  and (withdrawal_kind is null or withdrawal_kind not in ('error', 'too_early'))`;

const firstPublicStatement = (at: Date) => sql`(select min(public_from) from ${statementPublications}
  where statement_id = statements.id and public_from <= ${at.toISOString()}::timestamptz and ${counts})`;

const firstPublicAnnouncement = (at: Date) => sql`(select min(public_from) from ${announcementPublications}
  where announcement_id = announcements.id and public_from <= ${at.toISOString()}::timestamptz and ${counts})`;
