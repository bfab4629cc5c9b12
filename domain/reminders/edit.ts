import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { reminders } from "@/db/schema/mailings";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { ensureToCome, reminderConstraints } from "./add";
import type { EditReminderInput } from "./input";
import { lockReminder } from "./lock";
import { fromMinutes } from "./rules";

/**
 * Changes a reminder that has not been sent. Refuses `stale` with theirs, `reminder_sent`, `reminder_in_the_past`,
 * `reminder_known`, `unknown_placeholder`.
 */
export async function edit(actor: Actor, { id, revision, ...reminder }: EditReminderInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      ensure(actor, "reminder.edit");
      const { event, reminder: before } = await lockReminder(tx, id);
      if (before.revision !== revision) {
        const theirs = { ...before, ...fromMinutes(before.offsetMinutes) };
        throw new Refusal("stale", {}, { theirs });
      }
      ensureToCome(reminder, event, at);
      await tx
        .update(reminders)
        .set({ ...reminder, revision: revision + 1 })
        .where(eq(reminders.id, id));
      await record(tx, actor, {
        action: "reminder.edit",
        subject: ["reminder", id],
        eventId: before.eventId,
        at,
      });
      return { revision: revision + 1, eventId: event.id };
    });
  return refusing(reminderConstraints, write);
}
