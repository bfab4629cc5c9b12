import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { pressRecipients } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import type { RemoveRecipientInput } from "./input";
import { lockRecipient } from "./row";

/** Takes somebody off the press list, and erases who they were. Refuses `stale` with theirs. */
export async function remove(actor: Actor, { id, revision }: RemoveRecipientInput, at = now()) {
  return db().transaction(async (tx) => {
    ensure(actor, "press-list.edit");
    await lockRecipient(tx, { id, revision });
    await tx
      .update(pressRecipients)
      .set({ name: "", outlet: "", email: "", removedAt: at, revision: revision + 1 })
      .where(eq(pressRecipients.id, id));
    await record(tx, actor, {
      action: "press-list.edit",
      subject: ["press_recipient", id],
      at,
      details: { removed: 1 },
    });
    return { id };
  });
}
