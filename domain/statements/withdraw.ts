import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { statementPublications } from "@/db/schema/statements";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawInput } from "./input";
import { lockStatement } from "./lock";

/** Takes one language's text back from the public, or lifts its embargo for good, with the reason. Refuses `withdrawn`. */
export async function withdraw(actor: Actor, { id, publicationId, reason }: WithdrawInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, id);
    ensure(actor, "statement.withdraw");
    const [publication] = await tx
      .select()
      .from(statementPublications)
      .where(and(eq(statementPublications.id, publicationId), eq(statementPublications.statementId, id)));
    if (!publication) throw new Refusal("not_found");
    if (publication.withdrawnAt) throw new Refusal("withdrawn");
    await tx
      .update(statementPublications)
      .set({
        withdrawnAt: at,
        withdrawnBy: actorId(actor),
        withdrawalKind: "error",
        withdrawalReason: reason,
      })
      .where(eq(statementPublications.id, publicationId));
    await record(tx, actor, {
      action: "statement.withdraw",
      subject: ["statement", id],
      eventId: statement.eventId,
      at,
      reason,
      details: { language: publication.locale },
    });
    return { id: publicationId };
  });
}
