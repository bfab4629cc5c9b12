import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { minutesPublications } from "@/db/schema/item-papers";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockItem } from "@/domain/agenda/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawMinutesInput } from "./input";
import { standingPublication } from "./latest";

/** Takes published minutes back, with the reason. Refuses `not_published`, and `stale` where another revision is. */
export async function withdraw(actor: Actor, { itemId, revision, reason }: WithdrawMinutesInput, at = now()) {
  return db().transaction(async (tx) => {
    const { item } = await lockItem(tx, itemId);
    ensure(actor, "minutes.withdraw");
    const standing = await standingPublication(tx, itemId);
    if (!standing) throw new Refusal("not_published");
    if (standing.number !== revision) throw new Refusal("stale");
    await tx
      .update(minutesPublications)
      .set({ withdrawnAt: at, withdrawalReason: reason })
      .where(eq(minutesPublications.id, standing.id));
    await record(tx, actor, {
      action: "minutes.withdraw",
      subject: ["agenda_item", itemId],
      eventId: item.eventId,
      at,
      reason,
    });
    return { number: revision };
  });
}
