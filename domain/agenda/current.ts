import { and, gt, isNull, lte, or, sql } from "drizzle-orm";
import { currentAgenda } from "@/db/schema/agenda";

/** Whether a row of `current_agenda` is of the release that is its event's agenda at a moment. */
export function isCurrentAt(at: Date) {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return and(
    lte(currentAgenda.currentFrom, moment),
    or(isNull(currentAgenda.currentUntil), gt(currentAgenda.currentUntil, moment)),
  );
}
