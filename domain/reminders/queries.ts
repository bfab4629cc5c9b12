import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { reminders } from "@/db/schema/mailings";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";

const columns = {
  id: reminders.id,
  anchor: reminders.anchor,
  offsetMinutes: reminders.offsetMinutes,
  audience: reminders.audience,
  subject: reminders.subject,
  body: reminders.body,
  sentAt: reminders.sentAt,
  sentTo: reminders.sentTo,
  revision: reminders.revision,
};

/** The reminders of an event, sent and to come, without those taken away. */
export async function listReminders(actor: Actor, eventId: string) {
  ensure(actor, "reminder.edit");
  return db()
    .select(columns)
    .from(reminders)
    .where(and(eq(reminders.eventId, eventId), isNull(reminders.removedAt)))
    .orderBy(asc(reminders.createdAt), asc(reminders.id));
}

/** One reminder of an event. Refuses `not_found`. */
export async function reminderForOrganizer(actor: Actor, eventId: string, id: string) {
  ensure(actor, "reminder.edit");
  const [row] = await db()
    .select(columns)
    .from(reminders)
    .where(and(eq(reminders.id, id), eq(reminders.eventId, eventId), isNull(reminders.removedAt)));
  if (!row) throw new Refusal("not_found");
  return row;
}
