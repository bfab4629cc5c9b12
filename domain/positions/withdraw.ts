import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { positions } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawPositionInput } from "./input";
import { endPosition, ensureNotAhead } from "./write";

/**
 * Ends a position from a day on, also one that waits to be verified; lists of earlier days keep what was public.
 * Refuses `withdrawn`, `before_it_was_given`, `day_in_the_future`.
 */
export async function withdraw(actor: Actor, input: WithdrawPositionInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    const [position] = await tx
      .select()
      .from(positions)
      .where(and(eq(positions.id, input.positionId), eq(positions.statementId, input.id)));
    ensure(actor, "position.withdraw", position);
    if (!position) throw new Refusal("not_found");
    if (position.withdrawnOn) throw new Refusal("withdrawn");
    if (input.withdrawnOn < position.givenOn) throw new Refusal("before_it_was_given");
    ensureNotAhead(input.withdrawnOn, at);
    await endPosition(tx, position.id, input.withdrawnOn);
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
