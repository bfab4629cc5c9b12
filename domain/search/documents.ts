import { type SQL, sql } from "drizzle-orm";
import { agendaReleases } from "@/db/schema/agenda";
import { announcementPublications, announcements } from "@/db/schema/announcements";
import { commitments } from "@/db/schema/commitments";
import { events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import { appointments, offices, people } from "@/db/schema/people";
import { statementPublications, statements } from "@/db/schema/statements";
import { isReleaseCurrentAt } from "@/domain/agenda/current";
import { isPublicMember } from "@/domain/members/known";
import { isPublicAt } from "@/domain/publication/where";

/**
 * Those of some rows of `search_texts` (the table expression `hits`) that are public at a moment, each with what it is
 * found as (kind, id), when, by what tags, the period it was put into by hand, and of which event it is. Each part asks `isPublicAt` for
 * itself, so what is under embargo, withdrawn or not yet written is in no answer, count or facet.
 */
export function visible(day: string, at: Date): SQL {
  const parts = [
    visibleEvents(at),
    visibleAgenda(at),
    visibleStatements(at),
    visibleAnnouncements(at),
    visibleMembers(at),
    visibleCommitments(at),
    peopleInOffice(day, at),
    peopleOfAgendas(at),
  ];
  return sql.join(parts, sql` union all `);
}

const key = sql`hits.kind, hits.ref_id, hits.part_id, hits.locale, hits.title_rank`;
const noTags = sql`'{}'::text[]`;
const isPublicEvent = (at: Date) => isPublicAt({ publicFrom: events.announcedAt }, at);

const visibleEvents = (at: Date) => sql`
  select ${key}, ${events.id} as id, ${events.startsAt} as at, true as dated, ${noTags} as tags,
    ${events.periodId} as period_id, ${events.id} as event_id, 1 as preference
  from hits join ${events} on hits.kind = 'event' and ${events.id} = hits.ref_id
  where ${isPublicEvent(at)}`;

const visibleAgenda = (at: Date) => sql`
  select ${key}, hits.part_id, hits.happens_at, true, ${noTags}, ${events.periodId}, ${events.id}, 1
  from hits join ${agendaReleases} on hits.kind = 'agenda_item' and ${agendaReleases.id} = hits.ref_id
    join ${events} on ${events.id} = ${agendaReleases.eventId}
  where ${isPublicEvent(at)} and ${isReleaseCurrentAt(at)}`;

// An id is of one thing only, so that these need no kind; with it the database expects so few hits that it looks each up.
const visibleStatements = (at: Date) => sql`
  select ${key}, ${statements.id}, ${statementPublications.publicFrom}, true, ${noTags}, ${statements.periodId},
    ${statements.eventId}, 1
  from hits join ${statementPublications} on ${statementPublications.id} = hits.ref_id
    join ${statements} on ${statements.id} = ${statementPublications.statementId}
  where ${isPublicAt(statementPublications, at)}`;

const visibleAnnouncements = (at: Date) => sql`
  select ${key}, ${announcements.id}, ${announcementPublications.publicFrom}, true, ${announcements.tags},
    ${announcements.periodId}, ${announcements.eventId}, 1
  from hits
    join ${announcementPublications} on ${announcementPublications.id} = hits.ref_id
    join ${announcements} on ${announcements.id} = ${announcementPublications.announcementId}
  where ${isPublicAt(announcementPublications, at)}`;

/** Under its name of today before any it had. */
const visibleMembers = (at: Date) => sql`
  select ${key}, ${organisations.id}, ${organisations.createdAt}, false, ${noTags}, null::uuid, null::uuid,
    case when hits.part_id = ${organisations.id} then 1 else 2 end
  from hits join ${organisations} on hits.kind = 'member' and ${organisations.id} = hits.ref_id
  where ${isPublicMember(organisations.id, at)}`;

/** On the page of an owner that the public knows as a member; its day is the same in every zone at noon. */
const visibleCommitments = (at: Date) => sql`
  select ${key}, ${commitments.id}, (${commitments.madeOn} + time '12:00') at time zone 'UTC', true, ${noTags},
    null::uuid, null::uuid, 1
  from hits join ${commitments} on hits.kind = 'commitment' and ${commitments.id} = hits.ref_id
  where ${isPublicAt(commitments, at)} and ${isPublicMember(sql`hits.part_id`, at)}`;

const holdsOn = (day: SQL) =>
  sql`${appointments.fromOn} <= ${day} and (${appointments.toOn} is null or ${day} < ${appointments.toOn})`;

/** People are named in public anyway: who holds an office of a public member today, */
const peopleInOffice = (day: string, at: Date) => sql`
  select ${key}, hits.part_id, ${appointments.createdAt}, false, ${noTags}, null::uuid, null::uuid, 1
  from hits join ${appointments} on hits.kind = 'person' and ${appointments.id} = hits.ref_id
    join ${offices} on ${offices.id} = ${appointments.officeId}
  where ${holdsOn(sql`${day}::date`)} and ${isPublicMember(offices.organisationId, at)}`;

/** and who has a role in a public agenda and agreed to be named or held an office that day. */
const peopleOfAgendas = (at: Date) => sql`
  select ${key}, hits.part_id, hits.happens_at, false, ${noTags}, null::uuid, null::uuid, 2
  from hits join ${agendaReleases} on hits.kind = 'person' and ${agendaReleases.id} = hits.ref_id
    join ${events} on ${events.id} = ${agendaReleases.eventId}
    join ${people} on ${people.id} = hits.part_id
  where ${isPublicEvent(at)} and ${isReleaseCurrentAt(at)}
    and (${people.namingConsentedAt} is not null or exists (
      select 1 from jsonb_array_elements(${agendaReleases.content}->'items') as item, ${appointments}
      where item->>'audience' = 'public' and ${appointments.personId} = ${people.id}
        and item->'people' @> jsonb_build_array(jsonb_build_object('personId', ${people.id}))
        and ${holdsOn(sql`((item->>'startsAt')::timestamptz at time zone ${events.zone})::date`)}))`;
