import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { procedures } from "@/db/schema/procedures";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { ensureUndecided } from "./ensure-undecided";
import type { ExtendInput } from "./input";
import { entitledOf, lockProcedure } from "./lock";
import { instantOf } from "./open";
import { closeAtDeadline } from "./schedule";
import { tell } from "./tell";

/**
 * Moves the deadline of a procedure to later, with a new notice to everybody entitled. Refuses `changed_since`,
 * `procedure_ended`, `deadline_passed`: what the deadline decided is decided, `deadline_not_later`,
 * `time_not_unique`.
 */
export async function extend(actor: Actor, input: ExtendInput, at = now()) {
  return db().transaction(async (tx) => {
    const { statement, procedure } = await lockProcedure(tx, input.id);
    ensure(actor, "procedure.extend");
    ensureUndecided(procedure, input.revision, at);
    const deadline = instantOf(input.deadline, procedure.zone);
    if (deadline <= procedure.deadline) throw new Refusal("deadline_not_later");
    const [moved] = await tx
      .update(procedures)
      .set({ deadline, revision: procedure.revision + 1 })
      .where(eq(procedures.id, procedure.id))
      .returning();
    if (!moved) throw new Refusal("not_found");
    await closeAtDeadline(tx, moved);
    await record(tx, actor, {
      action: "procedure.extend",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
      reason: input.reason,
      details: { from: procedure.deadline.toISOString(), to: deadline.toISOString() },
    });
    const { entitled } = await entitledOf(tx, procedure.id);
    const told = { notice: "extended" as const, to: entitled, reason: input.reason };
    await tell(tx, moved, statement.eventId, told, at);
    return { revision: moved.revision };
  });
}
