import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { imports } from "@/db/schema/imports";
import { Refusal } from "@/lib/refusal";

/** Locks an import and answers it. Refuses `not_found`, also where its rows have been erased. */
export async function lockImport(tx: Transaction, id: string) {
  const [row] = await tx.select().from(imports).where(eq(imports.id, id)).for("update");
  if (!row || row.erasedAt) throw new Refusal("not_found");
  return row;
}

export type ImportRow = Awaited<ReturnType<typeof lockImport>>;
