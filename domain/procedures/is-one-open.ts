import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { procedures } from "@/db/schema/procedures";

/** Whether a procedure on a statement is open. */
export async function isOneOpen(query: Queryable, statementId: string): Promise<boolean> {
  const rows = await query
    .select({ id: procedures.id })
    .from(procedures)
    .where(and(eq(procedures.statementId, statementId), eq(procedures.state, "open")));
  return rows.length > 0;
}
