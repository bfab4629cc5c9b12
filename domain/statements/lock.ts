import { and, desc, eq } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { adoptions, statementRevisions, statements } from "@/db/schema/statements";
import { Refusal } from "@/lib/refusal";

/** Locks a statement's row, behind which its texts, its adoption and its publications are decided. Refuses `not_found`. */
export async function lockStatement(tx: Transaction, id: string) {
  const [statement] = await tx.select().from(statements).where(eq(statements.id, id)).for("update");
  if (!statement) throw new Refusal("not_found");
  return statement;
}

/** The facts of a statement, not locked. Refuses `not_found`. */
export async function statementOf(query: Queryable, id: string) {
  const [statement] = await query.select().from(statements).where(eq(statements.id, id));
  if (!statement) throw new Refusal("not_found");
  return statement;
}

/** The latest text of a statement in one language. */
export async function latestRevision(query: Queryable, statementId: string, locale: Locale) {
  const [latest] = await query
    .select()
    .from(statementRevisions)
    .where(and(eq(statementRevisions.statementId, statementId), eq(statementRevisions.locale, locale)))
    .orderBy(desc(statementRevisions.number))
    .limit(1);
  return latest;
}

/** The adoption of a statement, where it is adopted. */
export async function adoptionOf(query: Queryable, statementId: string) {
  const [adoption] = await query.select().from(adoptions).where(eq(adoptions.statementId, statementId));
  return adoption;
}
