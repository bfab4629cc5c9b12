import { and, eq, isNotNull, isNull, ne, type SQL } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Locale } from "@/db/enums";
import { releaseItems } from "@/db/schema/release-items";
import { releases } from "@/db/schema/releases";
import { Refusal } from "@/lib/refusal";

/** A thing that a release may hold. */
export type Thing =
  | { announcementId: string; locale: Locale }
  | { statementId: string; locale: Locale }
  | { membershipId: string }
  | { eventId: string; kind: "event" | "agenda" };

/** Whether a release that waits for its instant, another than one, holds a thing: then that alone makes it public. */
export async function isHeld(query: Queryable, thing: Thing, except?: string): Promise<boolean> {
  const [row] = await query
    .select({ id: releaseItems.id })
    .from(releaseItems)
    .innerJoin(releases, eq(releases.id, releaseItems.releaseId))
    .where(
      and(
        isIt(thing),
        isNotNull(releases.scheduledFor),
        isNull(releases.carriedOutAt),
        isNull(releases.cancelledAt),
        except ? ne(releases.id, except) : undefined,
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Refuses `in_release` where a release that waits for its instant holds a thing. */
export async function ensureNotInRelease(query: Queryable, thing: Thing) {
  if (await isHeld(query, thing)) throw new Refusal("in_release");
}

function isIt(thing: Thing): SQL | undefined {
  if ("membershipId" in thing) return eq(releaseItems.membershipId, thing.membershipId);
  if ("eventId" in thing)
    return and(eq(releaseItems.eventId, thing.eventId), eq(releaseItems.kind, thing.kind));
  const text =
    "announcementId" in thing
      ? eq(releaseItems.announcementId, thing.announcementId)
      : eq(releaseItems.statementId, thing.statementId);
  return and(text, eq(releaseItems.locale, thing.locale));
}
