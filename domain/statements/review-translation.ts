import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { translationReviews } from "@/db/schema/statement-publishing";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ReviewTranslationInput } from "./input";
import { latestRevision, lockStatement } from "./lock";

/**
 * Says that somebody else than its translator has looked a translation over. Refuses `stale` where the text is no longer
 * the one that was read, `own_translation`, `reviewed_already`, `not_found` for a text that is no translation.
 */
export async function reviewTranslation(actor: Actor, input: ReviewTranslationInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    ensure(actor, "translation.review");
    if (input.locale === statement.authenticLocale) throw new Refusal("not_found");
    const latest = await latestRevision(tx, input.id, input.locale);
    if (!latest) throw new Refusal("not_found");
    if (latest.id !== input.revisionId) throw new Refusal("stale");
    if (latest.savedBy === actorId(actor)) throw new Refusal("own_translation");
    const [known] = await tx
      .select({ by: translationReviews.reviewedBy })
      .from(translationReviews)
      .where(eq(translationReviews.revisionId, latest.id));
    if (known) throw new Refusal("reviewed_already");
    await tx
      .insert(translationReviews)
      .values({ revisionId: latest.id, reviewedBy: actorName(actor), reviewedAt: at });
    await record(tx, actor, {
      action: "translation.review",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      details: { revision: latest.number, language: input.locale },
    });
    return { number: latest.number };
  });
}
