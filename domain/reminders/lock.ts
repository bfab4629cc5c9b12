import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { reminders } from "@/db/schema/mailings";
import { lockEvent } from "@/domain/events/lock";
import { Refusal } from "@/lib/refusal";

/** Locks a reminder that can still be changed, after its event, and answers both. Refuses `not_found`, `reminder_sent`. */
export async function lockReminder(tx: Transaction, id: string) {
  const its = eq(reminders.id, id);
  const [found] = await tx.select({ eventId: reminders.eventId }).from(reminders).where(its);
  if (!found) throw new Refusal("not_found");
  const event = await lockEvent(tx, found.eventId);
  const [reminder] = await tx.select().from(reminders).where(its).for("update");
  if (!reminder || reminder.removedAt) throw new Refusal("not_found");
  if (reminder.sentAt) throw new Refusal("reminder_sent");
  return { event, reminder };
}
