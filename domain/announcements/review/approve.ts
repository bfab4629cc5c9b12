import { db } from "@/db/client";
import { announcementReviews } from "@/db/schema/announcement-publishing";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ReviewInput } from "./input";
import { lockRevision } from "./revision";
import { obstaclesToApproving } from "./rules";

/**
 * Says of one revision that it may go out; a later one needs an approval of its own. What went out already without a
 * second pair of eyes is approved afterwards. Refuses `obstacles`.
 */
export async function approve(actor: Actor, input: ReviewInput, at = now()) {
  return db().transaction(async (tx) => {
    const { announcement, revision, state, forced } = await lockRevision(tx, input);
    ensure(actor, "announcement.approve");
    const facts = { state, savedBy: revision.savedBy, by: actorId(actor), forced };
    const obstacles = obstaclesToApproving(facts);
    if (obstacles.length > 0) throw new Refusal("obstacles", {}, obstacles);
    await tx.insert(announcementReviews).values({
      announcementId: input.id,
      revisionId: revision.id,
      step: "approved",
      at,
      by: actorId(actor),
      byName: actorName(actor),
    });
    await record(tx, actor, {
      action: "announcement.approve",
      subject: ["announcement", input.id],
      eventId: announcement.eventId,
      at,
      details: { language: revision.locale, revision: revision.number, afterwards: forced },
    });
    return { revisionId: revision.id };
  });
}
