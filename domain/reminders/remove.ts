import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { reminders } from "@/db/schema/mailings";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { lockReminder } from "./lock";

/** Takes a reminder away that has not been sent; it will not leave. Refuses `stale`, `reminder_sent`. */
export async function remove(actor: Actor, { id, revision }: { id: string; revision: number }, at = now()) {
  return db().transaction(async (tx) => {
    ensure(actor, "reminder.edit");
    const { reminder } = await lockReminder(tx, id);
    if (reminder.revision !== revision) throw new Refusal("stale");
    await tx
      .update(reminders)
      .set({ removedAt: at, revision: revision + 1 })
      .where(eq(reminders.id, id));
    await record(tx, actor, {
      action: "reminder.edit",
      subject: ["reminder", id],
      eventId: reminder.eventId,
      at,
      details: { removed: true },
    });
    return { id };
  });
}
