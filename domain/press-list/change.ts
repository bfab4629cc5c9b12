import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { pressRecipients } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { refusing } from "@/lib/refusal";
import type { ChangeRecipientInput } from "./input";
import { listConstraints, lockRecipient } from "./row";

/** Changes who somebody of the press list is. Refuses `stale` with theirs, `recipient_known`. */
export async function change(actor: Actor, { id, revision, ...facts }: ChangeRecipientInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      ensure(actor, "press-list.edit");
      await lockRecipient(tx, { id, revision });
      await tx
        .update(pressRecipients)
        .set({ ...facts, revision: revision + 1 })
        .where(eq(pressRecipients.id, id));
      await record(tx, actor, {
        action: "press-list.edit",
        subject: ["press_recipient", id],
        at,
        details: { changed: 1 },
      });
      return { revision: revision + 1 };
    });
  return refusing(listConstraints, write);
}
