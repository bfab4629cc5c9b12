import { eq, max } from "drizzle-orm";
import { db } from "@/db/client";
import { amendments } from "@/db/schema/negotiations";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { partyOf, speaksFor } from "@/domain/negotiations/party";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ProposeInput } from "./input";
import { circulated, ensureNegotiable } from "./lock";
import { madeOn } from "./proposing";

/**
 * Proposes an amendment to a revision that was sent round, for one's own organisation or, as the secretariat, for a
 * party. It keeps the words it was made on. Refuses `not_a_party`, `not_circulated`, `statement_adopted`,
 * `text_locked` and what `madeOn` refuses.
 */
export async function propose(actor: Actor, input: ProposeInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    const organisationId = speaksFor(actor, input.organisationId);
    ensure(actor, "amendment.propose", { organisationId });
    await partyOf(tx, input.id, organisationId);
    await ensureNegotiable(tx, input.id);
    const { revision } = await circulated(tx, input.id, input.revisionId);
    const made = madeOn(revision, input);
    const [last] = await tx
      .select({ number: max(amendments.number) })
      .from(amendments)
      .where(eq(amendments.statementId, input.id));
    const number = (last?.number ?? 0) + 1;
    const [row] = await tx
      .insert(amendments)
      .values({
        ...made,
        statementId: input.id,
        number,
        revisionId: revision.id,
        kind: input.kind,
        baseTitle: revision.title,
        reason: input.reason,
        organisationId,
        proposedBy: actorName(actor),
        proposedAt: at,
      })
      .returning({ id: amendments.id });
    if (!row) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "amendment.propose",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      details: { amendment: number, kind: input.kind },
    });
    return { id: row.id, number };
  });
}
