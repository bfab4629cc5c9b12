import type { Transaction } from "@/db/client";
import { adoptions } from "@/db/schema/statements";
import { Refusal, violation } from "@/lib/refusal";

/**
 * Writes the record that binds a text; from here on the text does not change for anyone. Refuses
 * `procedure_open_already` where the database knows of a procedure that decides on it.
 */
export async function insertAdoption(tx: Transaction, adoption: typeof adoptions.$inferInsert) {
  try {
    await tx.insert(adoptions).values(adoption);
  } catch (error) {
    // 23001: a trigger lets nothing adopt a text but the end of the procedure on it.
    if (violation(error)?.state === "23001") throw new Refusal("procedure_open_already");
    throw error;
  }
}
