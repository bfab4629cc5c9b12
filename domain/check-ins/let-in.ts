import { type SQL, sql } from "drizzle-orm";
import { checkIns } from "@/db/schema/door";
import { participations } from "@/db/schema/participations";

/** The check-ins of a participation that were not taken back later on the same day: `inSince`, for many at once. */
const standing = sql`check_ins c where c.participation_id = ${participations.id} and c.kind = 'in' and not exists (
  select 1 from check_ins u where u.participation_id = c.participation_id and u.day = c.day and u.kind = 'undo'
    and (u.at, u.nonce) > (c.at, c.nonce))`;

/** Whether somebody has been let in on any day; `participations` must be in the statement. */
export const wasLetIn: SQL<boolean> = sql<boolean>`exists (select 1 from ${standing})`;

/** When somebody came in on the latest day on which they did; null for whoever never came. */
export const lastLetInAt: SQL<Date | null> = sql`(
  select c.at from ${standing} order by c.day desc, c.at limit 1)`.mapWith(checkIns.at);
