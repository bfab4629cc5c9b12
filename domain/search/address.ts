import { type SQL, sql } from "drizzle-orm";

/**
 * The last part of the address of something found, by its kind and id: an announcement's is that of its language where
 * it has one there. Who has no page is found on one that names them.
 */
export function addressOf(found: SQL): SQL {
  return sql`(case ${found}.kind
    when 'event' then (select slug from events where events.id = ${found}.id)
    when 'agenda_item' then ${ofRelease(found)}
    when 'statement' then (select slug from statements where statements.id = ${found}.id)
    when 'announcement' then coalesce(
      (select slug from announcement_addresses as own where own.announcement_id = ${found}.id
        and own.locale = ${found}.locale and own.present),
      (select slug from announcements where announcements.id = ${found}.id))
    when 'member' then (select slug from organisations where organisations.id = ${found}.id)
    when 'commitment' then (select slug || '#commitment-' || ${found}.id from organisations
      where organisations.id = ${found}.part_id)
    when 'person' then coalesce('events/' || ${ofRelease(found)}, (
      select 'members/' || organisations.slug from appointments
        join offices on offices.id = appointments.office_id
        join organisations on organisations.id = offices.organisation_id
      where appointments.id = ${found}.ref_id))
    end)`;
}

const ofRelease = (found: SQL) => sql`(select events.slug from agenda_releases
  join events on events.id = agenda_releases.event_id where agenda_releases.id = ${found}.ref_id)`;
