import { Refusal } from "@/lib/refusal";
import type { Procedure } from "./lock";
import { phaseOf } from "./rules";

/**
 * Refuses where a procedure is not the one that was looked at, has ended, or its deadline has passed: then it is decided
 * though nobody may have recorded it yet.
 */
export function ensureUndecided(procedure: Procedure, revision: number, at: Date) {
  const phase = phaseOf(procedure, at);
  if (phase === "ended") throw new Refusal("procedure_ended");
  if (phase === "over") throw new Refusal("deadline_passed");
  if (procedure.revision !== revision) throw new Refusal("changed_since");
}
