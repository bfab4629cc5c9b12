import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { statementComments } from "@/db/schema/negotiations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { partyOf } from "@/domain/negotiations/party";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawCommentInput } from "./input";
import { ownOrganisation } from "./say";

/**
 * Takes a comment back: a focal point one of their organisation, the secretariat one of its own. Nobody reads it any
 * more. Refuses `not_found`, also for one that is withdrawn.
 */
export async function withdraw(actor: Actor, { id }: WithdrawCommentInput, at = now()) {
  return db().transaction(async (tx) => {
    const [found] = await tx
      .select({ statementId: statementComments.statementId })
      .from(statementComments)
      .where(eq(statementComments.id, id));
    if (!found) throw new Refusal("not_found");
    const statement = await lockStatement(tx, found.statementId);
    const [comment] = await tx.select().from(statementComments).where(eq(statementComments.id, id));
    const organisationId = ownOrganisation(actor);
    ensure(actor, "comment.withdraw", { organisationId });
    if (!comment || comment.withdrawnAt || comment.organisationId !== organisationId)
      throw new Refusal("not_found");
    if (organisationId) await partyOf(tx, statement.id, organisationId);
    await tx.update(statementComments).set({ withdrawnAt: at }).where(eq(statementComments.id, id));
    await record(tx, actor, {
      action: "comment.withdraw",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
    });
    return { id };
  });
}
