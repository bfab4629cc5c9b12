import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { participantLists } from "@/db/schema/lists";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawListInput } from "./input";

/**
 * Takes the list of an event's participants back, with every version that is public: none of them can be read any
 * more. A list published later counts on from their number. Refuses `not_published`.
 */
export async function withdrawList(actor: Actor, { eventId, reason }: WithdrawListInput, at = now()) {
  return db().transaction(async (tx) => {
    await lockEvent(tx, eventId);
    ensure(actor, "participant-list.withdraw");
    const gone = await tx
      .update(participantLists)
      .set({ withdrawnAt: at })
      .where(and(eq(participantLists.eventId, eventId), isNull(participantLists.withdrawnAt)))
      .returning({ id: participantLists.id, number: participantLists.number });
    const latest = gone.toSorted((a, b) => b.number - a.number)[0];
    if (!latest) throw new Refusal("not_published");
    await record(tx, actor, {
      action: "participant-list.withdraw",
      subject: ["participant_list", latest.id],
      eventId,
      at,
      reason,
      details: { versions: gone.length },
    });
    return { versions: gone.length };
  });
}
