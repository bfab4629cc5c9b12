import { and, arrayContains, asc, eq, gt, gte, isNull, lte, or, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { type Locale, locales } from "@/db/enums";
import { announcementPublications } from "@/db/schema/announcements";
import { subscriptions } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { postSeveral } from "@/domain/outbox/post-several";
import { isPublic } from "@/domain/publication/rules";
import { secretsOf } from "@/domain/subscriptions/link";
import { publicationsToTell } from "@/domain/subscriptions/news";
import { newsTo } from "@/domain/subscriptions/rules";
import { now } from "@/lib/clock";
import { newsLetter } from "./news-letter";
import { publicAnnouncementsAmong } from "./queries";
import { wasPublic } from "./rules";

/** Subscribers written to in one transaction: a list of ten thousand holds no lock for long. */
const atOnce = 500;

/** For so long is caught up with what was not told while nothing ran. */
const lateDays = 2;

/**
 * Tells those who want to know at once of a publication, each once for an announcement, and once more where it changed
 * in a way worth telling or is public anew. The job at the instant of the publication: does nothing where it is not
 * public, is a minor change, or was told. Repeatable: each batch is a transaction of its own, and a mail has a key. In
 * what language somebody is told is decided by `newsTo`. Answers how many mails were written.
 */
export async function tell(actor: Actor, { id }: { id: string }, at = now()): Promise<number> {
  ensure(actor, "announcement.tell");
  let written = 0;
  for (const locale of locales) {
    for (let after: string | undefined = ""; after !== undefined; ) {
      const batch = await db().transaction((tx) => tellBatch(tx, id, locale, after ?? "", at));
      written += batch?.written ?? 0;
      after = batch?.last;
    }
  }
  await db().transaction((tx) => markTold(tx, actor, id, written, at));
  return written;
}

/** Tells what should have been told already: after a restored backup, an emptied queue, or a night without workers. */
export async function tellLate(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "announcement.tell");
  const moment = sql`${at.toISOString()}::timestamptz`;
  const late = await db()
    .select({ id: announcementPublications.id })
    .from(announcementPublications)
    .where(
      and(
        isNull(announcementPublications.toldAt),
        eq(announcementPublications.major, true),
        isNull(announcementPublications.withdrawalKind),
        lte(announcementPublications.publicFrom, moment),
        gte(announcementPublications.publicFrom, sql`${moment} - make_interval(days => ${lateDays})`),
      ),
    )
    .orderBy(asc(announcementPublications.publicFrom));
  let written = 0;
  for (const one of late) written += await tell(actor, one, at);
  return written;
}

/** What is to be told of a publication, which stays as it is while the transaction lasts; nothing where it is not told. */
async function untold(tx: Transaction, id: string, at: Date, lock: "share" | "update") {
  const [own] = await tx
    .select({ announcementId: announcementPublications.announcementId })
    .from(announcementPublications)
    .where(
      and(
        eq(announcementPublications.id, id),
        isNull(announcementPublications.toldAt),
        eq(announcementPublications.major, true),
      ),
    )
    .for(lock);
  if (!own) return undefined;
  const all = await publicationsToTell(tx, [own.announcementId]);
  const publication = all.find((one) => one.id === id);
  return publication && isStillNews(publication, all, at) ? { publication, all } : undefined;
}

type Known = Awaited<ReturnType<typeof publicationsToTell>>[number];

/** Whether a publication is public, also where a minor change took its place before anybody was told. */
function isStillNews(publication: Known, all: readonly Known[], at: Date): boolean {
  if (isPublic(publication, at)) return true;
  const live = all.find((one) => one.locale === publication.locale && isPublic(one, at));
  return wasPublic(publication, at) && live !== undefined && !live.major;
}

async function tellBatch(tx: Transaction, id: string, locale: Locale, after: string, at: Date) {
  const found = await untold(tx, id, at, "share");
  if (!found) return undefined;
  const { publication, all } = found;
  const { announcementId, kind, publicFrom } = publication;
  const news = newsTo(locale, publication, all);
  if (!news) return undefined;
  const readers = await tx
    .select({ id: subscriptions.id, email: subscriptions.email, locale: subscriptions.locale })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.locale, locale),
        eq(subscriptions.cadence, "at_once"),
        isNull(subscriptions.endedAt),
        // Confirmed, and as they want it now, before it became public.
        lte(subscriptions.toldUntil, publicFrom),
        or(eq(subscriptions.kinds, []), arrayContains(subscriptions.kinds, [kind])),
        after ? gt(subscriptions.id, after) : undefined,
      ),
    )
    .orderBy(asc(subscriptions.id))
    .limit(atOnce);
  const [text] = readers.length > 0 ? await publicAnnouncementsAmong([announcementId], locale, at) : [];
  if (!text) return undefined;
  const written = await postSeveral(
    tx,
    newsLetter(locale, text, news === "again" ? { note: publication.changeNote } : undefined),
    readers.map((one) => ({
      key: `news:${announcementId}:${locale}:${one.id}${news === "again" ? `:${id}` : ""}`,
      address: one.email,
      secrets: secretsOf(one),
    })),
  );
  return { written, last: readers.length === atOnce ? readers.at(-1)?.id : undefined };
}

async function markTold(tx: Transaction, actor: Actor, id: string, written: number, at: Date) {
  // Locked as it will be written: two that shared it would each wait for the other.
  const found = await untold(tx, id, at, "update");
  if (!found) return;
  await tx.update(announcementPublications).set({ toldAt: at }).where(eq(announcementPublications.id, id));
  if (written === 0) return;
  await record(tx, actor, {
    action: "announcement.tell",
    subject: ["announcement", found.publication.announcementId],
    at,
    details: { language: found.publication.locale, recipients: written },
  });
}
