import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import type { AnnouncementKind, Locale } from "@/db/enums";
import { announcementPublications, announcements } from "@/db/schema/announcements";
import { publicAnnouncementsAmong } from "@/domain/announcements/queries";
import { newsTo, wants } from "./rules";

/** All publications of some announcements, as far as they decide who is told, with the kind of each announcement. */
export async function publicationsToTell(query: Queryable, announcementIds: readonly string[]) {
  if (announcementIds.length === 0) return [];
  return query
    .select({
      id: announcementPublications.id,
      announcementId: announcementPublications.announcementId,
      kind: announcements.kind,
      locale: announcementPublications.locale,
      publicFrom: announcementPublications.publicFrom,
      publishedAt: announcementPublications.publishedAt,
      withdrawnAt: announcementPublications.withdrawnAt,
      major: announcementPublications.major,
      changeNote: announcementPublications.changeNote,
      toldAt: announcementPublications.toldAt,
    })
    .from(announcementPublications)
    .innerJoin(announcements, eq(announcements.id, announcementPublications.announcementId))
    .where(inArray(announcementPublications.announcementId, [...announcementIds]));
}

type Reader = { locale: Locale; kinds: readonly AnnouncementKind[]; since: Date; until: Date };

/**
 * What is news to a reader of what became public in a time and still is, as they read it; latest first. A minor change
 * meanwhile takes nothing away.
 */
export async function newsBetween({ locale, kinds, since, until }: Reader, at: Date) {
  const published = await db()
    .select({ id: announcementPublications.announcementId })
    .from(announcementPublications)
    .where(
      and(gt(announcementPublications.publicFrom, since), lte(announcementPublications.publicFrom, until)),
    );
  const all = await publicationsToTell(db(), [...new Set(published.map((one) => one.id))]);
  const told = all.filter(
    (one) =>
      one.publicFrom > since &&
      one.publicFrom <= until &&
      wants(kinds, one.kind) &&
      newsTo(
        locale,
        one,
        all.filter((other) => other.announcementId === one.announcementId),
      ) !== null,
  );
  return publicAnnouncementsAmong([...new Set(told.map((one) => one.announcementId))], locale, at);
}
