import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { procedureEntitled, procedureResponses, procedures } from "@/db/schema/procedures";
import { lockStatement } from "@/domain/statements/lock";
import { Refusal } from "@/lib/refusal";

export type Procedure = typeof procedures.$inferSelect;

/**
 * Locks the statement of a procedure and then the procedure, always in this order: an answer, an extension and the end
 * stand in one queue. Refuses `not_found`.
 */
export async function lockProcedure(tx: Transaction, id: string) {
  const [known] = await tx
    .select({ statementId: procedures.statementId })
    .from(procedures)
    .where(eq(procedures.id, id));
  if (!known) throw new Refusal("not_found");
  const statement = await lockStatement(tx, known.statementId);
  const [procedure] = await tx.select().from(procedures).where(eq(procedures.id, id)).for("update");
  if (!procedure) throw new Refusal("not_found");
  return { statement, procedure };
}

/** Who is entitled, and what each has answered. */
export async function entitledOf(tx: Transaction, procedureId: string) {
  const [entitled, answers] = await Promise.all([
    tx.select().from(procedureEntitled).where(eq(procedureEntitled.procedureId, procedureId)),
    tx.select().from(procedureResponses).where(eq(procedureResponses.procedureId, procedureId)),
  ]);
  return { entitled, answers };
}
