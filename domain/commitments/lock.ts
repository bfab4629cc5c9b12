import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commitments } from "@/db/schema/commitments";
import { Refusal } from "@/lib/refusal";

/** Locks a commitment's row, behind which its owners and its reports are decided. Refuses `not_found`. */
export async function lockCommitment(tx: Transaction, id: string) {
  const [row] = await tx.select().from(commitments).where(eq(commitments.id, id)).for("update");
  if (!row) throw new Refusal("not_found");
  return row;
}
