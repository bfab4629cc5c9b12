import { and, inArray, isNull, lt, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";

/**
 * Erases what imported lists said of people, of imports that were finished, or were uploaded and left, before an
 * instant. What became of each row stays, without the row. Repeatable; answers how many imports.
 */
export async function eraseImports(tx: Transaction, before: Date, at: Date): Promise<number> {
  const erased = await tx
    .update(imports)
    .set({ erasedAt: at, fileName: "", headers: [], mapping: [] })
    .where(
      and(
        isNull(imports.erasedAt),
        or(lt(imports.finishedAt, before), and(isNull(imports.startedAt), lt(imports.createdAt, before))),
      ),
    )
    .returning({ id: imports.id });
  const ids = erased.map(({ id }) => id);
  if (ids.length > 0) await tx.update(importRows).set({ cells: [] }).where(inArray(importRows.importId, ids));
  return ids.length;
}
