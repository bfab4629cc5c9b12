import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { amendments, statementComments } from "@/db/schema/negotiations";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { circulated } from "@/domain/amendments/lock";
import { record } from "@/domain/history/record";
import { partyOf } from "@/domain/negotiations/party";
import { adoptionOf, lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SayInput } from "./input";

/**
 * Says something of a text that was sent round, to an audience: a focal point for their organisation, the secretariat
 * for itself. Refuses `not_a_party`, `not_circulated`, `foreign_paragraph`, `not_found` for an amendment to another
 * text, `statement_adopted`.
 */
export async function say(actor: Actor, input: SayInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    const organisationId = ownOrganisation(actor);
    ensure(actor, "comment.say", { organisationId });
    if (organisationId) await partyOf(tx, input.id, organisationId);
    if (await adoptionOf(tx, input.id)) throw new Refusal("statement_adopted");
    const { revision } = await circulated(tx, input.id);
    await ensureThere(tx, input, revision.paragraphs);
    const [row] = await tx
      .insert(statementComments)
      .values({
        statementId: input.id,
        revisionId: revision.id,
        paragraphId: input.paragraphId,
        amendmentId: input.amendmentId,
        organisationId,
        author: actorName(actor),
        audience: input.audience,
        text: input.text,
        saidAt: at,
      })
      .returning({ id: statementComments.id });
    if (!row) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "comment.say",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      details: { audience: input.audience },
    });
    return row;
  });
}

/** A focal point's organisation; the secretariat speaks for itself. */
export function ownOrganisation(actor: Actor): string | null {
  return actor.kind === "user" && actor.role === "focal_point" ? actor.organisationId : null;
}

async function ensureThere(tx: Transaction, input: SayInput, paragraphs: readonly { id: string }[]) {
  const { paragraphId, amendmentId } = input;
  if (paragraphId && !paragraphs.some((one) => one.id === paragraphId))
    throw new Refusal("foreign_paragraph");
  if (!amendmentId) return;
  const [amendment] = await tx
    .select({ id: amendments.id })
    .from(amendments)
    .where(and(eq(amendments.id, amendmentId), eq(amendments.statementId, input.id)));
  if (!amendment) throw new Refusal("not_found");
}
