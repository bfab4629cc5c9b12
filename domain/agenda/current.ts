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
