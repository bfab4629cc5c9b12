import { db } from "@/db/client";
import { reminders } from "@/db/schema/mailings";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { ensureFillable } from "@/domain/templates/fillable";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { ReminderInput } from "./input";
import { addressedBy, type Dates, dueAt } from "./rules";

/**
 * Plans a mail that leaves by itself so long before or after a date of the event. Refuses `reminder_in_the_past`,
 * `reminder_known` where the event has one for the same moment and people, `unknown_placeholder`.
 */
export async function add(actor: Actor, { eventId, ...reminder }: ReminderInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, eventId);
      ensure(actor, "reminder.edit");
      ensureToCome(reminder, event, at);
      const [row] = await tx
        .insert(reminders)
        .values({ ...reminder, eventId, createdAt: at })
        .returning({ id: reminders.id });
      if (!row) throw new Refusal("not_found");
      await record(tx, actor, { action: "reminder.edit", subject: ["reminder", row.id], eventId, at });
      return row;
    });
  return refusing(reminderConstraints, write);
}

/** What the database may say no to when a reminder is written. */
export const reminderConstraints = { reminders_once: "reminder_known" };

type Planned = Omit<ReminderInput, "eventId">;

/** Refuses words that could not be filled, and a moment that has passed: it would be sent at once, or never. */
export function ensureToCome(reminder: Planned, event: Dates, at: Date): void {
  ensureFillable(addressedBy(reminder.audience), reminder);
  const due = dueAt(reminder, event);
  if (due && due <= at) throw new Refusal("reminder_in_the_past");
}
