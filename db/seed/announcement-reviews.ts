import type { Transaction } from "@/db/client";
import { announcementReviews } from "@/db/schema/announcement-publishing";
import { announcementRevisions } from "@/db/schema/announcements";

const hour = 60 * 60 * 1000;

/** Every text of the demonstration was submitted by its author and approved by somebody else before it went out. */
export async function seedAnnouncementReviews(tx: Transaction) {
  const revisions = await tx.select().from(announcementRevisions);
  const steps = revisions.flatMap(({ id, announcementId, savedAt, savedByName }) => {
    const of = { announcementId, revisionId: id };
    const after = (hours: number) => new Date(savedAt.getTime() + hours * hour);
    return [
      { ...of, step: "submitted" as const, at: after(1), byName: savedByName },
      { ...of, step: "approved" as const, at: after(4), byName: "Ravi Deshmukh" },
    ];
  });
  if (steps.length > 0) await tx.insert(announcementReviews).values(steps);
}
