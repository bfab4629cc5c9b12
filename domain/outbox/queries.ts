import { and, count, desc, eq, ilike, inArray, or } from "drizzle-orm";
import { db } from "@/db/client";
import { type MailState, mailStates } from "@/db/enums";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mails";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";

const columns = {
  id: mails.id,
  toAddress: mails.toAddress,
  toName: mails.toName,
  subject: mails.subject,
  template: mails.template,
  state: mails.state,
  attempts: mails.attempts,
  lastError: mails.lastError,
  createdAt: mails.createdAt,
  sentAt: mails.sentAt,
  nextAttemptAt: mails.nextAttemptAt,
  eventId: mails.eventId,
  mailingId: mails.mailingId,
};

/** What the outbox can be asked. */
export type MailFilter = {
  q: string;
  state?: MailState;
  eventId?: string;
  mailingId?: string;
  page: number;
};

/** Rows on a page of the outbox. */
export const pageSize = 50;

/** A page of the outbox, newest first, with the count of all that the filter names. */
export async function listMails(actor: Actor, { q, state, eventId, mailingId, page }: MailFilter) {
  ensure(actor, "mail.list");
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const where = and(
    state && eq(mails.state, state),
    eventId ? eq(mails.eventId, eventId) : undefined,
    mailingId ? eq(mails.mailingId, mailingId) : undefined,
    q ? or(ilike(mails.toAddress, like), ilike(mails.toName, like), ilike(mails.subject, like)) : undefined,
  );
  const [rows, [total]] = await Promise.all([
    db()
      .select(columns)
      .from(mails)
      .where(where)
      .orderBy(desc(mails.createdAt), mails.id)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().select({ count: count() }).from(mails).where(where),
  ]);
  return { rows, total: total?.count ?? 0 };
}

/** One mail with the text that was or will be sent; links that are personal stand as their names. Refuses `not_found`. */
export async function mailForOrganizer(actor: Actor, id: string) {
  ensure(actor, "mail.list");
  const [row] = await db()
    .select({ ...columns, locale: mails.locale, text: mails.text, attachments: mails.attachments })
    .from(mails)
    .where(eq(mails.id, id));
  if (!row) throw new Refusal("not_found");
  const { attachments, ...mail } = row;
  return { ...mail, files: attachments.map((file) => file.filename) };
}

/** How many mails have been given up on, or were refused for good. */
export async function failedMails(actor: Actor): Promise<number> {
  ensure(actor, "mail.list");
  const [row] = await db()
    .select({ count: count() })
    .from(mails)
    .where(inArray(mails.state, ["failed", "bounced"]));
  return row?.count ?? 0;
}

/** How many of an event's mails are in each state. */
export async function mailCounts(actor: Actor, eventId: string): Promise<Record<MailState, number>> {
  ensure(actor, "mail.list");
  const rows = await db()
    .select({ state: mails.state, count: count() })
    .from(mails)
    .where(eq(mails.eventId, eventId))
    .groupBy(mails.state);
  const none = Object.fromEntries(mailStates.map((state) => [state, 0]));
  const found = Object.fromEntries(rows.map((row) => [row.state, row.count]));
  return { ...none, ...found } as Record<MailState, number>;
}

/** The events that have mails in the outbox, to choose from; latest first. */
export async function mailEventChoices(actor: Actor) {
  ensure(actor, "mail.list");
  const written = db().selectDistinct({ id: mails.eventId }).from(mails);
  return db()
    .select({ id: events.id, name: events.title })
    .from(events)
    .where(inArray(events.id, written))
    .orderBy(desc(events.startsAt))
    .limit(200);
}
