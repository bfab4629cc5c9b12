import { and, asc, eq, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { events } from "@/db/schema/events";
import { reminders } from "@/db/schema/mailings";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { letterTo } from "@/domain/mailings/letter";
import { focalPoints, invited, participants, type Recipient } from "@/domain/mailings/recipients";
import { recipientsOf } from "@/domain/mailings/rules";
import { post } from "@/domain/outbox/post";
import { letterhead } from "@/domain/outbox/shape";
import { now } from "@/lib/clock";
import { dueAt, lateMinutes } from "./rules";

type Reminder = typeof reminders.$inferSelect;
type EventRow = typeof events.$inferSelect;

/**
 * Sends every reminder whose moment has come: the job that runs every few minutes. Each one is claimed and marked as
 * sent in the transaction that writes its mails, so it leaves once though two workers want it; what was missed while
 * nothing ran is caught up with for a day. A reminder that fails does not keep the others. Answers how many mails were
 * written.
 */
export async function sendReminders(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "reminder.send");
  const due = await db()
    .select({ id: reminders.id, eventId: reminders.eventId, audience: reminders.audience })
    .from(reminders)
    .innerJoin(events, eq(events.id, reminders.eventId))
    .where(isDue(at))
    .orderBy(asc(reminders.createdAt), asc(reminders.id));
  let written = 0;
  const failures: unknown[] = [];
  for (const { id, eventId, audience } of due) {
    try {
      written += await db().transaction(async (tx) => {
        // Answering an invitation locks the event: nobody answers while the links are changed.
        if (audience === "not_answered") await lockEvent(tx, eventId);
        return sendOne(tx, actor, id, at);
      });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "some reminders could not be sent");
  return written;
}

/** Due at a moment by the event's dates as they are, and not for longer than is caught up with. */
function isDue(at: Date): SQL | undefined {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const due = sql`(case ${reminders.anchor}
    when 'starts' then ${events.startsAt} when 'ends' then ${events.endsAt}
    when 'registration_closes' then ${events.registrationClosesAt} else ${events.nominationClosesAt}
    end + make_interval(mins => ${reminders.offsetMinutes}))`;
  return and(
    isNull(reminders.sentAt),
    isNull(reminders.removedAt),
    lte(events.announcedAt, moment),
    isNull(events.cancelledAt),
    lte(due, moment),
    gt(sql`${due} + make_interval(mins => ${lateMinutes})`, moment),
  );
}

async function sendOne(tx: Transaction, actor: Actor, id: string, at: Date): Promise<number> {
  const [claimed] = await tx
    .select({ reminder: reminders, event: events })
    .from(reminders)
    .innerJoin(events, eq(events.id, reminders.eventId))
    .where(and(eq(reminders.id, id), isDue(at)))
    .for("update", { of: reminders, skipLocked: true });
  if (!claimed) return 0;
  const { reminder, event } = claimed;
  const { recipients } = recipientsOf(await audienceOf(tx, reminder, at));
  const { defaultLocale } = await letterhead(tx);
  for (const recipient of recipients) await postOne(tx, reminder, event, recipient, defaultLocale, at);
  await tx
    .update(reminders)
    .set({ sentAt: dueAt(reminder, event), sentTo: recipients.length })
    .where(eq(reminders.id, id));
  await record(tx, actor, {
    action: "reminder.send",
    subject: ["reminder", id],
    eventId: event.id,
    at,
    details: { recipients: recipients.length },
  });
  return recipients.length;
}

async function audienceOf(tx: Transaction, { audience, eventId }: Reminder, at: Date): Promise<Recipient[]> {
  if (audience === "focal_points") return focalPoints(tx, eventId);
  if (audience === "not_answered") return invited(tx, eventId, at);
  const state = audience === "waitlisted" ? ("waitlisted" as const) : ("approved" as const);
  return participants(tx, and(eq(participations.eventId, eventId), eq(participations.state, state)));
}

async function postOne(
  tx: Transaction,
  reminder: Reminder,
  event: EventRow,
  recipient: Recipient & { address: string },
  first: Recipient["locale"],
  at: Date,
) {
  const written = { event, words: reminder, first, withCalendar: false, at };
  const { locale, ...letter } = await letterTo(tx, recipient, written);
  await post(tx, {
    ...letter,
    key: `reminder:${reminder.id}:${recipient.address}`,
    to: { address: recipient.address, name: recipient.name, locale },
    template: "reminder",
    about: [...recipient.about],
    eventId: event.id,
  });
}
