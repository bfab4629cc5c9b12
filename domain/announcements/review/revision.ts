import { and, asc, eq } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import { announcementReviews } from "@/db/schema/announcement-publishing";
import { announcementRevisions } from "@/db/schema/announcements";
import { Refusal } from "@/lib/refusal";
import { lockAnnouncement, publicationsOf } from "../lock";
import { approvedOf, isUnreviewed, reviewState } from "./rules";

/** Everything a second pair of eyes said of an announcement's revisions, oldest first. */
export async function stepsOf(query: Queryable, announcementId: string) {
  return query
    .select()
    .from(announcementReviews)
    .where(eq(announcementReviews.announcementId, announcementId))
    .orderBy(asc(announcementReviews.at), asc(announcementReviews.id));
}

/** The revisions of an announcement that may go out. */
export async function approvedRevisions(query: Queryable, announcementId: string) {
  return approvedOf(await stepsOf(query, announcementId));
}

/** Locks an announcement and reads one of its revisions with where it stands. Refuses `not_found`. */
export async function lockRevision(tx: Transaction, { id, revisionId }: { id: string; revisionId: string }) {
  const announcement = await lockAnnouncement(tx, id);
  const [revision] = await tx
    .select({
      id: announcementRevisions.id,
      locale: announcementRevisions.locale,
      number: announcementRevisions.number,
      savedBy: announcementRevisions.savedBy,
    })
    .from(announcementRevisions)
    .where(and(eq(announcementRevisions.id, revisionId), eq(announcementRevisions.announcementId, id)));
  if (!revision) throw new Refusal("not_found");
  const [steps, publications] = [await stepsOf(tx, id), await publicationsOf(tx, id)];
  const approved = approvedOf(steps);
  const forced = publications.some((one) => one.revisionId === revisionId && isUnreviewed(one, approved));
  return { announcement, revision, state: reviewState(steps, revisionId), forced };
}
