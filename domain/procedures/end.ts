import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ProcedureState } from "@/db/enums";
import { procedures } from "@/db/schema/procedures";
import { Refusal } from "@/lib/refusal";
import type { Procedure } from "./lock";

type Ended = { state: Exclude<ProcedureState, "open">; endedAt: Date; endReason?: string };

/** Ends a procedure that is locked. */
export async function end(tx: Transaction, procedure: Procedure, ended: Ended): Promise<Procedure> {
  const [row] = await tx
    .update(procedures)
    .set({ ...ended, revision: procedure.revision + 1 })
    .where(eq(procedures.id, procedure.id))
    .returning();
  if (!row) throw new Refusal("not_found");
  return row;
}
