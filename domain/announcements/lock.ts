import { and, asc, desc, eq } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementPublications, announcementRevisions, announcements } from "@/db/schema/announcements";
import { Refusal } from "@/lib/refusal";
import { latestOf, originalLocale } from "./rules";

/** Locks an announcement's row, behind which its texts, its spells and its publications are decided. Refuses `not_found`. */
export async function lockAnnouncement(tx: Transaction, id: string) {
  const [row] = await tx.select().from(announcements).where(eq(announcements.id, id)).for("update");
  if (!row) throw new Refusal("not_found");
  return row;
}

/** Every revision of an announcement by its head, with the latest of each language and that of the original. */
export async function headsOf(query: Queryable, announcementId: string) {
  const heads = await query
    .select({
      id: announcementRevisions.id,
      locale: announcementRevisions.locale,
      number: announcementRevisions.number,
      title: announcementRevisions.title,
      translationOfId: announcementRevisions.translationOfId,
      savedAt: announcementRevisions.savedAt,
      savedBy: announcementRevisions.savedBy,
      savedByName: announcementRevisions.savedByName,
      automatic: announcementRevisions.automatic,
    })
    .from(announcementRevisions)
    .where(eq(announcementRevisions.announcementId, announcementId))
    .orderBy(desc(announcementRevisions.savedAt), desc(announcementRevisions.number));
  const latest = latestOf(heads);
  const original = originalLocale(heads);
  return { heads, latest, original, originalId: original && latest[original]?.id };
}

/** The latest text of an announcement in one language. */
export async function latestEdition(query: Queryable, announcementId: string, locale: Locale) {
  const [latest] = await query
    .select()
    .from(announcementRevisions)
    .where(
      and(eq(announcementRevisions.announcementId, announcementId), eq(announcementRevisions.locale, locale)),
    )
    .orderBy(desc(announcementRevisions.number))
    .limit(1);
  return latest;
}

/** Every publication of an announcement, also those withdrawn, oldest first. */
export async function publicationsOf(query: Queryable, announcementId: string) {
  return query
    .select()
    .from(announcementPublications)
    .where(eq(announcementPublications.announcementId, announcementId))
    .orderBy(asc(announcementPublications.publishedAt));
}
