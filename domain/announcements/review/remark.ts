import { db } from "@/db/client";
import { announcementReviews } from "@/db/schema/announcement-publishing";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RemarkInput } from "./input";
import { lockRevision } from "./revision";

/**
 * Says something of a revision, or gives it back to its author with it: then it has to be submitted again. Refuses
 * `not_submitted` for giving back what nobody asked to have looked over, or what was decided meanwhile.
 */
export async function remark(actor: Actor, { step, remark, ...input }: RemarkInput, at = now()) {
  return db().transaction(async (tx) => {
    const { announcement, revision, state } = await lockRevision(tx, input);
    ensure(actor, "announcement.remark");
    if (step === "returned" && state !== "submitted") throw new Refusal("not_submitted");
    await tx.insert(announcementReviews).values({
      announcementId: input.id,
      revisionId: revision.id,
      step,
      remark,
      at,
      by: actorId(actor),
      byName: actorName(actor),
    });
    await record(tx, actor, {
      action: "announcement.remark",
      subject: ["announcement", input.id],
      eventId: announcement.eventId,
      at,
      details: { language: revision.locale, revision: revision.number, step },
    });
    return { revisionId: revision.id };
  });
}
