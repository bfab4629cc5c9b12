import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { announcementReviews } from "@/db/schema/announcement-publishing";
import { announcementPublications, announcementRevisions } from "@/db/schema/announcements";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";

const later = alias(announcementReviews, "later");
const newer = alias(announcementRevisions, "newer");

/** The revisions that wait for a second pair of eyes, those that wait longest first; nothing for who gives none. */
export async function awaitingReview(actor: Actor) {
  if (!can(actor, "announcement.approve")) return [];
  return db()
    .select({
      id: announcementReviews.announcementId,
      title: announcementRevisions.title,
      locale: announcementRevisions.locale,
      at: announcementReviews.at,
      byName: announcementReviews.byName,
    })
    .from(announcementReviews)
    .innerJoin(announcementRevisions, eq(announcementRevisions.id, announcementReviews.revisionId))
    .where(
      and(
        eq(announcementReviews.step, "submitted"),
        // Whatever was decided later, of this text or of a newer one of its language, ends the waiting.
        sql`not exists (select 1 from ${announcementReviews} "later"
          join ${announcementRevisions} "newer" on ${newer.id} = ${later.revisionId}
          where ${later.announcementId} = ${announcementReviews.announcementId}
            and ${newer.locale} = ${announcementRevisions.locale} and ${newer.number} >= ${announcementRevisions.number}
            and (${later.step} = 'approved' or ${later.step} <> 'remarked'
              and (${later.at}, ${later.id}) > (${announcementReviews.at}, ${announcementReviews.id})))`,
      ),
    )
    .orderBy(asc(announcementReviews.at), asc(announcementReviews.id));
}

/** What is published, or is to be, and nobody but its author has looked over, oldest first. */
export async function unreviewedPublications(actor: Actor) {
  if (!can(actor, "announcement.approve")) return [];
  return db()
    .select({
      id: announcementPublications.announcementId,
      title: announcementRevisions.title,
      locale: announcementPublications.locale,
      at: announcementPublications.publishedAt,
    })
    .from(announcementPublications)
    .innerJoin(announcementRevisions, eq(announcementRevisions.id, announcementPublications.revisionId))
    .where(
      and(
        isNull(announcementPublications.withdrawnAt),
        sql`${announcementPublications.forcedReason} <> ''`,
        sql`not exists (select 1 from ${announcementReviews} "later"
          where ${later.revisionId} = ${announcementPublications.revisionId} and ${later.step} = 'approved')`,
      ),
    )
    .orderBy(asc(announcementPublications.publishedAt));
}
