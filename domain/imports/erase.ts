import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";

/**
 * Erases what imported lists said of people. What became of each row stays, without the row. Repeatable; answers how
 * many imports.
 */
export async function eraseImports(tx: Transaction, ids: string[], at: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const erased = await tx
    .update(imports)
    .set({ erasedAt: at, fileName: "", headers: [], mapping: [] })
    .where(and(inArray(imports.id, ids), isNull(imports.erasedAt)))
    .returning({ id: imports.id });
  await tx.update(importRows).set({ cells: [] }).where(inArray(importRows.importId, ids));
  return erased.length;
}
