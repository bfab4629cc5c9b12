import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { commitments } from "@/db/schema/commitments";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { isPublic } from "@/domain/publication/rules";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { PublishCommitmentInput } from "./input";
import { lockCommitment } from "./lock";
import { ensureTextPublic } from "./write";

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
    await ensureTextPublic(tx, row.statementId, at);
    await tx
      .update(commitments)
      .set({ publicFrom: at, withdrawnAt: null, revision: revision + 1 })
      .where(eq(commitments.id, id));
    await record(tx, actor, { action: "commitment.publish", subject: ["commitment", id], at });
    return { revision: revision + 1 };
  });
}
