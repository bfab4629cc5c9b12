import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { amendmentSponsors } from "@/db/schema/negotiations";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { partyOf, speaksFor } from "@/domain/negotiations/party";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SponsorInput } from "./input";
import { ensureNegotiable, lockAmendment } from "./lock";

/**
 * Joins the sponsors of an open amendment of somebody else, or leaves them; doing it twice changes nothing. Refuses
 * `decided`, `own_amendment`, `not_a_party`, `statement_adopted`, `text_locked`.
 */
export async function sponsor(actor: Actor, { id, organisationId: asked, joins }: SponsorInput, at = now()) {
  return db().transaction(async (tx) => {
    const { statement, amendment } = await lockAmendment(tx, id);
    const organisationId = speaksFor(actor, asked);
    ensure(actor, "amendment.sponsor", { organisationId });
    await partyOf(tx, statement.id, organisationId);
    await ensureNegotiable(tx, statement.id);
    if (amendment.state !== "open") throw new Refusal("decided");
    if (amendment.organisationId === organisationId) throw new Refusal("own_amendment");
    const row = { amendmentId: id, organisationId };
    const changed =
      joins === "yes"
        ? await tx
            .insert(amendmentSponsors)
            .values({ ...row, addedAt: at, addedBy: actorName(actor) })
            .onConflictDoNothing()
            .returning()
        : await tx
            .delete(amendmentSponsors)
            .where(
              and(
                eq(amendmentSponsors.amendmentId, id),
                eq(amendmentSponsors.organisationId, organisationId),
              ),
            )
            .returning();
    if (changed.length > 0) {
      await record(tx, actor, {
        action: "amendment.sponsor",
        subject: ["statement", statement.id],
        eventId: statement.eventId,
        at,
        details: { amendment: amendment.number, joins },
      });
    }
    return { joins };
  });
}
