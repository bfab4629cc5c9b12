import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Localized, SubjectKind } from "@/db/enums";

/** What a deed was about, as it is called now, and where the workspace shows it. */
export type Subject = { name: Localized; path: string };

type Row = Subject & { kind: SubjectKind; id: string };

/**
 * The names and places of what deeds were about, by `kind:id`. A participation goes by its person and its event: hand
 * over only deeds that the reader may read.
 */
export async function subjectsOf(deeds: { subjectId: string }[]): Promise<Map<string, Subject>> {
  const ids = sql`any(${`{${[...new Set(deeds.map((deed) => deed.subjectId))].join(",")}}`}::uuid[])`;
  const latest = (table: string, owner: string) => sql`
    (select coalesce(jsonb_object_agg(latest.locale, latest.title), '{}') from
      (select distinct on (locale) locale, title from ${sql.identifier(table)}
       where ${sql.identifier(owner)} = s.id order by locale, number desc) latest)`;
  const rows: Iterable<Row> = await db().execute<Row>(sql`
    select 'event' as kind, s.id, s.title as name, '/events/' || s.id as path from events s where s.id = ${ids}
    union all select 'agenda_item', s.id, s.title, '/events/' || s.event_id || '/agenda/' || s.id
      from agenda_items s where s.id = ${ids}
    union all select 'agenda_release', s.id, e.title, '/events/' || e.id || '/agenda/releases'
      from agenda_releases s join events e on e.id = s.event_id where s.id = ${ids}
    union all select 'participation', s.id,
        (select jsonb_object_agg(key, concat_ws(', ', nullif(s.name, ''), value)) from jsonb_each_text(e.title)),
        '/events/' || e.id || '/participants/' || s.id
      from participations s join events e on e.id = s.event_id where s.id = ${ids}
    union all select 'participant_list', s.id, e.title, '/events/' || e.id || '/list'
      from participant_lists s join events e on e.id = s.event_id where s.id = ${ids}
    union all select 'delegation', s.id, o.name, '/events/' || s.event_id || '/delegations/' || s.id
      from delegations s join organisations o on o.id = s.organisation_id where s.id = ${ids}
    union all select 'invitation', s.id, e.title, '/events/' || e.id || '/invitations'
      from invitations s join events e on e.id = s.event_id where s.id = ${ids}
    union all select 'import', s.id, e.title, '/events/' || e.id || '/participants/import/' || s.id
      from imports s join events e on e.id = s.event_id where s.id = ${ids}
    union all select 'question', s.id, s.label, '/events/' || s.event_id || '/form/' || s.id
      from questions s where s.id = ${ids} and s.removed_at is null
    union all select 'statement', s.id, ${latest("statement_revisions", "statement_id")}, '/statements/' || s.id
      from statements s where s.id = ${ids}
    union all select 'announcement', s.id, ${latest("announcement_revisions", "announcement_id")},
      '/announcements/' || s.id from announcements s where s.id = ${ids}
    union all select 'boilerplate', s.id, jsonb_build_object('en', s.name, 'sv', s.name),
      '/announcements/boilerplate/' || s.id from boilerplates s where s.id = ${ids}
    union all select 'organisation', s.id, s.name, '/organisations/' || s.id from organisations s where s.id = ${ids}
    union all select 'membership', s.id, o.name, '/organisations/' || o.id
      from memberships s join organisations o on o.id = s.organisation_id where s.id = ${ids}
    union all select 'person', s.id, jsonb_build_object('en', s.name, 'sv', s.name), '/people/' || s.id
      from people s where s.id = ${ids}
    union all select 'appointment', s.id, jsonb_build_object('en', p.name, 'sv', p.name), '/people/' || p.id
      from appointments s join people p on p.id = s.person_id where s.id = ${ids}
    union all select 'period', s.id, s.name, '/people/periods' from periods s where s.id = ${ids}
    union all select 'office', s.id, s.title, '/people/offices/' || s.id from offices s where s.id = ${ids}
    union all select 'mailing', s.id, s.subject, '/events/' || s.event_id || '/mail/bulk/' || s.id
      from mailings s where s.id = ${ids}
    union all select 'reminder', s.id, s.subject, '/events/' || s.event_id || '/mail/reminders'
      from reminders s where s.id = ${ids}
    union all select 'release', s.id, jsonb_build_object('en', s.title, 'sv', s.title), '/releases/' || s.id
      from releases s where s.id = ${ids}
    union all select 'commitment', s.id, s.title, '/commitments/' || s.id from commitments s where s.id = ${ids}
    union all select 'accession', s.id, s.name, '/accessions/' || s.id from accessions s where s.id = ${ids}
    union all select 'board_member', s.id, jsonb_build_object('en', p.name, 'sv', p.name), '/accessions/board'
      from board_members s join people p on p.id = s.person_id where s.id = ${ids}
    union all select 'user', s.id, jsonb_build_object('en', s.name, 'sv', s.name), '/team' from users s where s.id = ${ids}`);
  return new Map([...rows].map(({ kind, id, name, path }) => [`${kind}:${id}`, { name, path }]));
}
