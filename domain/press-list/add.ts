import { db } from "@/db/client";
import { pressRecipients } from "@/db/schema/subscriptions";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { RecipientInput } from "./input";
import { ensureRoom, listConstraints } from "./row";

/** Puts somebody on the press list. Refuses `recipient_known`, `press_list_long`. */
export async function add(actor: Actor, input: RecipientInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      ensure(actor, "press-list.edit");
      await ensureRoom(tx, 1);
      const [row] = await tx
        .insert(pressRecipients)
        .values({ ...input, addedAt: at, addedBy: actorName(actor) })
        .returning({ id: pressRecipients.id });
      if (!row) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "press-list.edit",
        subject: ["press_recipient", row.id],
        at,
        details: { added: 1 },
      });
      return row;
    });
  return refusing(listConstraints, write);
}
