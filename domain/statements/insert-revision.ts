import type { Transaction } from "@/db/client";
import { statementRevisions } from "@/db/schema/statements";
import { Refusal, violation } from "@/lib/refusal";
import { hashOfText } from "./hash";

type NewRevision = Omit<typeof statementRevisions.$inferInsert, "id" | "hash">;

/** Writes a revision with the hash of its text. Refuses `statement_adopted` or `text_locked` where the database holds the text. */
export async function insertRevision(tx: Transaction, revision: NewRevision) {
  try {
    const [row] = await tx
      .insert(statementRevisions)
      .values({ ...revision, hash: hashOfText(revision) })
      .returning({ id: statementRevisions.id, number: statementRevisions.number });
    if (!row) throw new Refusal("not_found");
    return row;
  } catch (error) {
    const said = violation(error);
    if (said?.constraint === "statement_revisions_locked") throw new Refusal("text_locked");
    // 23001: a trigger refuses every change of an adopted text.
    if (said?.state === "23001") throw new Refusal("statement_adopted");
    throw error;
  }
}
