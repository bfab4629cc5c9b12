import { and, gt, isNull, lte, or, sql } from "drizzle-orm";
import { agendaReleases, currentAgenda } from "@/db/schema/agenda";

/** Whether a row of `current_agenda` is of the release that is its event's agenda at a moment. */
export function isCurrentAt(at: Date) {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return and(
    lte(currentAgenda.currentFrom, moment),
    or(isNull(currentAgenda.currentUntil), gt(currentAgenda.currentUntil, moment)),
  );
}

/** The same of a row of `agenda_releases`: whether it is its event's agenda at a moment. A test compares the two. */
export function isReleaseCurrentAt(at: Date) {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return sql`(${agendaReleases.withdrawnAt} is null and ${agendaReleases.releasedAt} <= ${moment} and not exists (
    select 1 from agenda_releases as later where later.event_id = ${agendaReleases.eventId}
      and later.number > ${agendaReleases.number} and later.withdrawn_at is null and later.released_at <= ${moment}))`;
}
