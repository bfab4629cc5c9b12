import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { positions } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawPositionInput } from "./input";
import { lockStatement } from "./lock";

/** Ends an endorsement from a day on; lists of earlier days keep it. Refuses `withdrawn`, `before_it_was_given`. */
export async function withdrawPosition(actor: Actor, input: WithdrawPositionInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    ensure(actor, "position.withdraw");
    const [position] = await tx
      .select()
      .from(positions)
      .where(and(eq(positions.id, input.positionId), eq(positions.statementId, input.id)))
      .for("update");
    if (!position) throw new Refusal("not_found");
    if (position.withdrawnOn) throw new Refusal("withdrawn");
    if (input.withdrawnOn < position.givenOn) throw new Refusal("before_it_was_given");
    await tx.update(positions).set({ withdrawnOn: input.withdrawnOn }).where(eq(positions.id, position.id));
    await record(tx, actor, {
      action: "position.withdraw",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      details: { withdrawnOn: input.withdrawnOn },
    });
    return { id: position.id };
  });
}
