import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { commitments } from "@/db/schema/commitments";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { isPublic } from "@/domain/publication/rules";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawCommitmentInput } from "./input";
import { lockCommitment } from "./lock";

/**
 * Takes a commitment that was published wrongly from every public surface at once; one that is given up is reported as
 * stopped instead, and stays. Refuses `stale`, `not_public`.
 */
export async function withdraw(actor: Actor, { id, revision, reason }: WithdrawCommitmentInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockCommitment(tx, id);
    ensure(actor, "commitment.withdraw");
    if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
    if (!isPublic(row, at)) throw new Refusal("not_public");
    await tx
      .update(commitments)
      .set({ withdrawnAt: at, revision: revision + 1 })
      .where(eq(commitments.id, id));
    await record(tx, actor, { action: "commitment.withdraw", subject: ["commitment", id], at, reason });
    return { revision: revision + 1 };
  });
}
