import { and, count, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { mailings } from "@/db/schema/mailings";
import { mails } from "@/db/schema/mails";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { MailingStepInput } from "./input";
import { lockMailing } from "./lock";
import { hadAlready, leavingKey } from "./same";

/**
 * Lets a bulk mail go as it was seen: every draft waits for delivery from now on, with its job, in one transaction. Who
 * has had exactly these words about this event already does not get them again. The event's lock puts the releases of
 * an event one after the other, so that this holds for two at once. Refuses `stale`, `mailing_released`,
 * `mailing_discarded`, `mailing_unfinished` while drafts have no words, `nobody_to_write_to`.
 */
export async function release(actor: Actor, { id, revision }: MailingStepInput, at = now()) {
  return db().transaction(async (tx) => {
    ensure(actor, "mailing.release");
    await lockEvent(tx, await eventOf(tx, id));
    const mailing = await lockMailing(tx, actor, "mailing.release", id);
    if (mailing.revision !== revision) throw new Refusal("stale");
    const drafts = and(eq(mails.mailingId, id), eq(mails.state, "draft"));
    const [unfinished] = await tx
      .select({ count: count() })
      .from(mails)
      .where(and(drafts, eq(mails.html, "")));
    if (unfinished?.count) throw new Refusal("mailing_unfinished", { count: unfinished.count });
    const had = await tx
      .update(mails)
      .set({ state: "cancelled", secrets: null })
      .where(and(drafts, hadAlready))
      .returning({ id: mails.id });
    const leaving = await tx
      .update(mails)
      .set({ state: "queued", nextAttemptAt: at, idempotencyKey: leavingKey })
      .where(drafts)
      .returning({ id: mails.id });
    if (leaving.length === 0) throw new Refusal("nobody_to_write_to");
    await tx.execute(sql`
      select graphile_worker.add_job('deliver-mail', json_build_object('id', mails.id), job_key => 'mail:' || mails.id)
      from mails where mails.mailing_id = ${id} and mails.state = 'queued'`);
    await tx
      .update(mailings)
      .set({ releasedAt: at, revision: revision + 1 })
      .where(eq(mailings.id, id));
    const details = { recipients: leaving.length, had: had.length };
    await record(tx, actor, {
      action: "mailing.release",
      subject: ["mailing", id],
      eventId: mailing.eventId,
      at,
      details,
    });
    return details;
  });
}

/** The event is locked before its mailing, by every verb that locks both. */
async function eventOf(tx: Transaction, id: string): Promise<string> {
  const [row] = await tx.select({ eventId: mailings.eventId }).from(mailings).where(eq(mailings.id, id));
  if (!row) throw new Refusal("not_found");
  return row.eventId;
}
