import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { statementRevisions } from "@/db/schema/statements";
import { Refusal } from "@/lib/refusal";
import { adoptionOf, lockStatement } from "./lock";

/**
 * The adopted text of a statement as the zero draft of the one that takes its place: paragraphs of their own, each
 * citing the one it comes from. Refuses `no_such_statement`, `not_adopted`.
 */
export async function copyOf(tx: Transaction, statementId: string) {
  const source = await lockStatement(tx, statementId).catch((error) => {
    throw error instanceof Refusal ? new Refusal("no_such_statement") : error;
  });
  const adoption = await adoptionOf(tx, statementId);
  if (!adoption) throw new Refusal("not_adopted");
  const [text] = await tx
    .select({ paragraphs: statementRevisions.paragraphs })
    .from(statementRevisions)
    .where(eq(statementRevisions.id, adoption.revisionId));
  const paragraphs = (text?.paragraphs ?? []).map(({ kind, text: words, level, id: paragraphId }) => ({
    id: randomUUID(),
    kind,
    text: words,
    ...(level ? { level } : {}),
    cites: { statementId, paragraphId },
  }));
  return { authenticLocale: source.authenticLocale, paragraphs };
}
