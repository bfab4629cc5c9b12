import type { Transaction } from "@/db/client";
import { statementRevisions } from "@/db/schema/statements";
import { Refusal, violation } from "@/lib/refusal";
import { hashOfText } from "./hash";

type NewRevision = Omit<typeof statementRevisions.$inferInsert, "id" | "hash">;

/** Writes a revision with the hash of its text. Refuses `statement_adopted` and `statement_locked` where the database holds it frozen. */
export async function insertRevision(tx: Transaction, revision: NewRevision) {
  try {
    const [row] = await tx
      .insert(statementRevisions)
      .values({ ...revision, hash: hashOfText(revision) })
      .returning({ id: statementRevisions.id, number: statementRevisions.number });
    if (!row) throw new Refusal("not_found");
    return row;
  } catch (error) {
    // 23001: a trigger refuses every change of a text that is being decided, or adopted.
    const broken = violation(error);
    if (broken?.constraint === "statement_revisions_locked") throw new Refusal("statement_locked");
    if (broken?.state === "23001") throw new Refusal("statement_adopted");
    throw error;
  }
}
