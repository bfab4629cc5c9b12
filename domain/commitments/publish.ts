import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { commitments } from "@/db/schema/commitments";
import { statementPublications } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { isPublic } from "@/domain/publication/rules";
import { isPublicAt } from "@/domain/publication/where";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { PublishCommitmentInput } from "./input";
import { lockCommitment } from "./lock";

/**
 * Makes a commitment public at once, on the pages of those of its owners that the public knows as members. Refuses
 * `stale`, `already_public`, and `statement_not_public` where the text it was made in is still to come.
 */
export async function publish(actor: Actor, { id, revision }: PublishCommitmentInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockCommitment(tx, id);
    ensure(actor, "commitment.publish");
    if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
    if (isPublic(row, at)) throw new Refusal("already_public");
    if (row.statementId && !(await isStatementPublic(tx, row.statementId, at)))
      throw new Refusal("statement_not_public");
    await tx
      .update(commitments)
      .set({ publicFrom: at, withdrawnAt: null, revision: revision + 1 })
      .where(eq(commitments.id, id));
    await record(tx, actor, { action: "commitment.publish", subject: ["commitment", id], at });
    return { revision: revision + 1 };
  });
}

async function isStatementPublic(tx: Transaction, statementId: string, at: Date) {
  const [text] = await tx
    .select({ id: statementPublications.id })
    .from(statementPublications)
    .where(and(eq(statementPublications.statementId, statementId), isPublicAt(statementPublications, at)))
    .limit(1);
  return text !== undefined;
}
