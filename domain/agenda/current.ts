import { and, gt, isNull, lte, or, sql } from "drizzle-orm";
import { agendaReleases, currentAgenda } from "@/db/schema/agenda";
import { isPublicAt } from "@/domain/publication/where";

/** Whether a row of `current_agenda` is of the release that is its event's agenda at a moment. */
export function isCurrentAt(at: Date) {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return and(
    lte(currentAgenda.currentFrom, moment),
    or(isNull(currentAgenda.currentUntil), gt(currentAgenda.currentUntil, moment)),
  );
}

/** Whether a release of an agenda is out at a moment: its instant has come, and it was not taken back. */
export function isReleasedAt(at: Date) {
  const { releasedAt, withdrawnAt } = agendaReleases;
  return isPublicAt({ publicFrom: releasedAt, withdrawnAt }, at);
}

/** Whether a row of `agenda_releases` is its event's agenda at a moment, as `isCurrentAt` asks; a test compares the two. */
export function isReleaseCurrentAt(at: Date) {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return sql`(${agendaReleases.withdrawnAt} is null and ${agendaReleases.releasedAt} <= ${moment} and not exists (
    select 1 from agenda_releases as later where later.event_id = ${agendaReleases.eventId}
      and later.number > ${agendaReleases.number} and later.withdrawn_at is null and later.released_at <= ${moment}))`;
}
