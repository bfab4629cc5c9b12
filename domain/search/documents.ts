import { type SQL, sql } from "drizzle-orm";
import { type Locale, locales, sectors } from "@/db/enums";
import { currentAgenda } from "@/db/schema/agenda";
import { announcementPublications, announcementRevisions, announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { memberships, organisations } from "@/db/schema/organisations";
import { appointments, offices, people } from "@/db/schema/people";
import { statementPublications, statementRevisions, statements } from "@/db/schema/statements";
import { isCurrentAt } from "@/domain/agenda/current";
import { slugOfRow } from "@/domain/announcements/address/expression";
import { isPublicAt } from "@/domain/publication/where";
import { countryChoices } from "@/lib/i18n/choices";
import { words as wordsOf } from "@/lib/i18n/words";

/**
 * Everything that is public at a moment as one table (kind, id, slug, locale, title, body, at): a row per text and
 * language. Each part asks `isPublicAt` for itself, so what is under embargo is not in it.
 */
export function publicDocuments(locale: Locale, day: string, at: Date): SQL {
  const parts = [
    publicEvents(at),
    publicAgenda(at),
    publicStatements(at),
    publicAnnouncements(at),
    publicMembers(at),
    namedPeople(locale, day, at),
  ];
  return sql.join(parts, sql` union all `);
}

const isPublicEvent = (at: Date) => isPublicAt({ publicFrom: events.announcedAt }, at);

const publicEvents = (at: Date) => sql`
  select 'event' as kind, ${events.id} as id, ${events.slug} as slug, title.key as locale, title.value as title,
    concat_ws(' ', ${events.summary}->>title.key, ${events.venue}, ${events.city}->>title.key, ${events.parentEvent}) as body,
    ${events.startsAt} as at
  from ${events}, jsonb_each_text(${events.title}) as title
  where ${isPublicEvent(at)}`;

const publicAgenda = (at: Date) => sql`
  select 'agenda_item', ${currentAgenda.id}, ${events.slug}, title.key, title.value,
    coalesce(${currentAgenda.abstract}->>title.key, ''), ${currentAgenda.startsAt}
  from ${currentAgenda} join ${events} on ${events.id} = ${currentAgenda.eventId},
    jsonb_each_text(${currentAgenda.title}) as title
  where ${isPublicEvent(at)} and ${isCurrentAt(at)} and ${currentAgenda.audience} = 'public'`;

const publicStatements = (at: Date) => sql`
  select 'statement', ${statements.id}, ${statements.slug}, ${statementPublications.locale}, ${statementRevisions.title},
    (select string_agg(paragraph->>'text', ' ') from jsonb_array_elements(${statementRevisions.paragraphs}) as paragraph),
    ${statementPublications.publicFrom}
  from ${statementPublications}
    join ${statements} on ${statements.id} = ${statementPublications.statementId}
    join ${statementRevisions} on ${statementRevisions.id} = ${statementPublications.revisionId}
  where ${isPublicAt(statementPublications, at)}`;

/** The words of a rich text and those who are quoted in it, without the names of nodes and the addresses of links. */
const words = sql`(select string_agg(word #>> '{}', ' ')
  from jsonb_path_query_array(${announcementRevisions.body}, 'strict $.**.text') as texts,
    jsonb_array_elements(texts || jsonb_path_query_array(${announcementRevisions.body}, 'strict $.**.speaker')) as word)`;

const publicAnnouncements = (at: Date) => sql`
  select 'announcement', ${announcements.id}, ${slugOfRow}, ${announcementPublications.locale},
    ${announcementRevisions.title},
    concat_ws(' ', ${announcementRevisions.lead}, ${words}, array_to_string(${announcements.tags}, ' ')),
    ${announcementPublications.publicFrom}
  from ${announcementPublications}
    join ${announcements} on ${announcements.id} = ${announcementPublications.announcementId}
    join ${announcementRevisions} on ${announcementRevisions.id} = ${announcementPublications.revisionId}
  where ${isPublicAt(announcementPublications, at)}`;

const isPublicMember = (at: Date) => sql`exists (
  select 1 from ${memberships} where ${memberships.organisationId} = ${organisations.id}
    and ${isPublicAt(memberships, at)})`;

/** What sectors and countries are called in each language, by their codes. */
const called = Object.fromEntries(
  locales.map((locale) => {
    const sector = wordsOf(locale, "enums.sector");
    const named = sectors.map((code) => [code, sector(code)]);
    return [
      locale,
      Object.fromEntries([...named, ...countryChoices(locale).map((one) => [one.value, one.label])]),
    ];
  }),
);

/** In every language of the interface, also where the name is the same in all: its sectors and country are words of each. */
const publicMembers = (at: Date) => sql`
  select 'member', ${organisations.id}, ${organisations.slug}, said.locale,
    coalesce(${organisations.name}->>said.locale, (select value from jsonb_each_text(${organisations.name}) limit 1)),
    concat_ws(', ', ${organisations.formalName}->>said.locale,
      (select string_agg(said.called->>sector::text, ', ') from unnest(${organisations.sectors}) as sector),
      case when ${organisations.kind} <> 'country' then said.called->>${organisations.country} end),
    ${organisations.createdAt}
  from ${organisations}, jsonb_each(${JSON.stringify(called)}::text::jsonb) as said(locale, called)
  where ${isPublicMember(at)}`;

const inReaders = (column: unknown, locale: Locale) =>
  sql`coalesce(${column}->>${locale}, (select value from jsonb_each_text(${column}) limit 1), '')`;
const holdsOn = (day: SQL) =>
  sql`${appointments.fromOn} <= ${day} and (${appointments.toOn} is null or ${day} < ${appointments.toOn})`;

/**
 * People who are named in public anyway, each once with the page that names them: who holds an office of a public
 * member today, and who has a role in a public agenda and agreed to be named or held an office that day.
 */
const namedPeople = (locale: Locale, day: string, at: Date) => sql`
  (select distinct on (id) 'person', id, slug, ${locale}::text, title, body, at from (
    select ${people.id} as id, 'members/' || ${organisations.slug} as slug, ${people.name} as title,
      concat_ws(', ', ${inReaders(offices.title, locale)}, ${inReaders(organisations.name, locale)}) as body,
      ${people.createdAt} as at, 1 as preference
    from ${people}
      join ${appointments} on ${appointments.personId} = ${people.id}
      join ${offices} on ${offices.id} = ${appointments.officeId}
      join ${organisations} on ${organisations.id} = ${offices.organisationId}
    where ${holdsOn(sql`${day}::date`)} and ${isPublicMember(at)}
    union all
    select ${people.id}, 'events/' || ${events.slug}, ${people.name}, ${inReaders(events.title, locale)},
      ${currentAgenda.startsAt}, 2
    from ${currentAgenda}
      join ${events} on ${events.id} = ${currentAgenda.eventId},
      jsonb_array_elements(${currentAgenda.people}) as role
      join ${people} on ${people.id} = (role->>'personId')::uuid
    where ${isPublicEvent(at)} and ${isCurrentAt(at)} and ${currentAgenda.audience} = 'public'
      and (${people.namingConsentedAt} is not null or exists (
        select 1 from ${appointments} where ${appointments.personId} = ${people.id}
          and ${holdsOn(sql`(${currentAgenda.startsAt} at time zone ${events.zone})::date`)}))
  ) as named order by id, preference, at desc)`;
