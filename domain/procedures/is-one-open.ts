import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { procedures } from "@/db/schema/procedures";

/** Whether a procedure on a statement is open. */
export async function isOneOpen(tx: Transaction, statementId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: procedures.id })
    .from(procedures)
    .where(and(eq(procedures.statementId, statementId), eq(procedures.state, "open")));
  return rows.length > 0;
}
