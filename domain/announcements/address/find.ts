import { and, asc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { locales } from "@/db/enums";
import { announcementAddresses } from "@/db/schema/announcement-publishing";
import { announcements } from "@/db/schema/announcements";

/** The addresses of an announcement, present and former, oldest first. */
export async function addressesOf(query: Queryable, announcementId: string) {
  return query
    .select()
    .from(announcementAddresses)
    .where(eq(announcementAddresses.announcementId, announcementId))
    .orderBy(asc(announcementAddresses.since), asc(announcementAddresses.slug));
}

/** Whose an address is or was, in any language; it is only ever one announcement's. */
export async function ownerOf(query: Queryable, slug: string): Promise<string | undefined> {
  const [base] = await query
    .select({ id: announcements.id })
    .from(announcements)
    .where(eq(announcements.slug, slug));
  if (base) return base.id;
  const [own] = await query
    .select({ id: announcementAddresses.announcementId })
    .from(announcementAddresses)
    // By the languages too, so that the primary key is used.
    .where(and(inArray(announcementAddresses.locale, [...locales]), eq(announcementAddresses.slug, slug)));
  return own?.id;
}
