import { db } from "@/db/client";
import { announcementReviews } from "@/db/schema/announcement-publishing";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { latestEdition } from "../lock";
import type { ReviewInput } from "./input";
import { lockRevision } from "./revision";
import { obstaclesToSubmitting } from "./rules";

/**
 * Asks for a second pair of eyes on the latest text of a language. Refuses `stale` where it is no longer the latest,
 * `obstacles`.
 */
export async function submit(actor: Actor, input: ReviewInput, at = now()) {
  return db().transaction(async (tx) => {
    const { announcement, revision, state } = await lockRevision(tx, input);
    ensure(actor, "announcement.submit");
    const latest = await latestEdition(tx, input.id, revision.locale);
    if (latest?.id !== revision.id) throw new Refusal("stale");
    const obstacles = obstaclesToSubmitting(state);
    if (obstacles.length > 0) throw new Refusal("obstacles", {}, obstacles);
    await tx.insert(announcementReviews).values({
      announcementId: input.id,
      revisionId: revision.id,
      step: "submitted",
      at,
      by: actorId(actor),
      byName: actorName(actor),
    });
    await record(tx, actor, {
      action: "announcement.submit",
      subject: ["announcement", input.id],
      eventId: announcement.eventId,
      at,
      details: { language: revision.locale, revision: revision.number },
    });
    return { revisionId: revision.id };
  });
}
