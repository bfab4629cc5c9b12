import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { end } from "./end";
import { ensureUndecided } from "./ensure-undecided";
import type { CancelInput } from "./input";
import { entitledOf, lockProcedure } from "./lock";
import { tell } from "./tell";

/**
 * Takes a procedure back before its deadline; everybody entitled is told why. Refuses `changed_since`,
 * `procedure_ended`, and `deadline_passed`: what the deadline decided is not undone.
 */
export async function cancel(actor: Actor, input: CancelInput, at = now()) {
  return db().transaction(async (tx) => {
    const { statement, procedure } = await lockProcedure(tx, input.id);
    ensure(actor, "procedure.cancel");
    ensureUndecided(procedure, input.revision, at);
    const ended = await end(tx, procedure, { state: "cancelled", endedAt: at, endReason: input.reason });
    await record(tx, actor, {
      action: "procedure.cancel",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
      reason: input.reason,
      details: { procedure: procedure.kind },
    });
    const { entitled } = await entitledOf(tx, procedure.id);
    const told = { notice: "result" as const, to: entitled, reason: input.reason };
    await tell(tx, ended, statement.eventId, told, at);
    return { revision: ended.revision };
  });
}
