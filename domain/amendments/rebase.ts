import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { amendments } from "@/db/schema/negotiations";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { partyOf } from "@/domain/negotiations/party";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RebaseInput } from "./input";
import { circulated, ensureNegotiable, lockAmendment } from "./lock";
import { madeOn } from "./proposing";

/**
 * Renews an open amendment on the text that was sent round last: from now on it is made on those words. Its number and
 * its sponsors stay. Refuses `stale` (also where another text was sent round since it was seen), `decided`,
 * `not_a_party`, `statement_adopted`, `text_locked` and what `madeOn` refuses.
 */
export async function rebase(actor: Actor, input: RebaseInput, at = now()) {
  return db().transaction(async (tx) => {
    const { statement, amendment } = await lockAmendment(tx, input.id, input.revision);
    ensure(actor, "amendment.rebase", { organisationId: amendment.organisationId });
    await partyOf(tx, statement.id, amendment.organisationId);
    await ensureNegotiable(tx, statement.id);
    if (amendment.state !== "open") throw new Refusal("decided");
    const { revision } = await circulated(tx, statement.id);
    if (revision.id !== input.revisionId) {
      throw new Refusal("stale", {}, { theirs: { revision: amendment.revision, revisionId: revision.id } });
    }
    const made = madeOn(revision, {
      ...input,
      kind: amendment.kind,
      paragraphId: amendment.paragraphId,
    });
    const written = { revision: amendment.revision + 1 };
    await tx
      .update(amendments)
      .set({
        ...made,
        ...written,
        revisionId: revision.id,
        baseTitle: revision.title,
        reason: input.reason,
        proposedBy: actorName(actor),
        proposedAt: at,
      })
      .where(eq(amendments.id, amendment.id));
    await record(tx, actor, {
      action: "amendment.rebase",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
      details: { amendment: amendment.number },
    });
    return written;
  });
}
