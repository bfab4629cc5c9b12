import { and, asc, count, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { events } from "@/db/schema/events";
import { mailings } from "@/db/schema/mailings";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { letterhead, shape } from "@/domain/outbox/shape";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { letterTo } from "./letter";
import { focalPoints, participants, type Recipient } from "./recipients";

/** Mails that are given their words in one transaction: about a second's work. */
const atOnce = 50;

type Mailing = typeof mailings.$inferSelect;

/** Drafts of a mailing that have no words, or those of an earlier revision. */
const wordless = (id: string) => and(eq(mails.mailingId, id), eq(mails.state, "draft"), eq(mails.html, ""));

/**
 * Gives words to the drafts of a bulk mail that have none, some at a time, until all have: the job behind composing and
 * editing. Repeatable. A mailing that was released or thrown away meanwhile is left alone.
 */
export async function wordDrafts(actor: Actor, id: string, at = now()): Promise<void> {
  ensure(actor, "mail.deliver");
  for (let left = 1; left > 0; ) {
    left = await db().transaction(async (tx) => {
      const [mailing] = await tx.select().from(mailings).where(eq(mailings.id, id)).for("update");
      return mailing && !mailing.releasedAt && !mailing.discardedAt ? wordSome(tx, mailing, at) : 0;
    });
  }
}

/** Gives the first of them their words at once, and the rest to the job. */
export async function beginWording(tx: Transaction, mailing: Mailing, at: Date): Promise<void> {
  const left = await wordSome(tx, mailing, at);
  if (left > 0) await enqueue(tx, "word-mailing", { id: mailing.id }, { jobKey: `mailing:${mailing.id}` });
}

/** One step, behind the mailing's lock; answers how many drafts are left without words. */
async function wordSome(tx: Transaction, mailing: Mailing, at: Date): Promise<number> {
  const [event] = await tx.select().from(events).where(eq(events.id, mailing.eventId));
  const drafts = await tx
    .select({ id: mails.id, aboutKind: mails.aboutKind, aboutId: mails.aboutId, secrets: mails.secrets })
    .from(mails)
    .where(wordless(mailing.id))
    .orderBy(asc(mails.id))
    .limit(atOnce)
    .for("update");
  if (!event || drafts.length === 0) return 0;
  const group = await letterhead(tx);
  const known = await recipientsById(tx, mailing.eventId, drafts);
  for (const { id, aboutId, secrets } of drafts) {
    const recipient = known.get(aboutId ?? "");
    if (!recipient?.address) {
      // Erased since it was composed: there is nobody to write to.
      await tx.update(mails).set({ state: "cancelled", secrets: null }).where(eq(mails.id, id));
      continue;
    }
    const { locale, subject, paragraphs, action, ...extras } = await letterTo(tx, recipient, {
      event,
      words: mailing,
      first: group.defaultLocale,
      withCalendar: mailing.withCalendar > 0,
      secrets,
      at,
    });
    const to = { address: recipient.address, locale };
    const letter = await shape(group, { to, subject, paragraphs, action });
    await tx
      .update(mails)
      .set({ locale, subject, ...letter, ...extras })
      .where(eq(mails.id, id));
  }
  const [left] = await tx.select({ count: count() }).from(mails).where(wordless(mailing.id));
  return left?.count ?? 0;
}

/** The people some drafts are for, by the id of what each is about. */
async function recipientsById(
  tx: Transaction,
  eventId: string,
  drafts: { aboutKind: string | null; aboutId: string | null }[],
): Promise<Map<string, Recipient>> {
  const ids = (kind: string) =>
    drafts.filter((one) => one.aboutKind === kind).flatMap(({ aboutId }) => aboutId ?? []);
  const theirs = await participants(tx, inArray(participations.id, ids("participation")));
  const focal = await focalPoints(tx, eventId, inArray(users.id, ids("user")));
  return new Map([...theirs, ...focal].map((recipient) => [recipient.about[1], recipient]));
}
