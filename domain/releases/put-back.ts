import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { announcementPublications } from "@/db/schema/announcements";
import { statementPublications } from "@/db/schema/statements";
import { type Actor, actorId } from "@/domain/access/actor";

type Kind = typeof announcementPublications | typeof statementPublications;

/**
 * Lets the edition stand again that gave way to one that is taken back: one that has not given way yet goes on as if
 * nothing had happened; one that was replaced is published anew from now on.
 */
export async function putBack(tx: Transaction, actor: Actor, kind: Kind, publicationId: string, at: Date) {
  if (kind === announcementPublications) return putBackAnnouncement(tx, actor, publicationId, at);
  return putBackStatement(tx, actor, publicationId, at);
}

const standing = { withdrawnAt: null, withdrawnBy: null, withdrawalReason: "" };

async function putBackAnnouncement(tx: Transaction, actor: Actor, publicationId: string, at: Date) {
  const table = announcementPublications;
  const [taken] = await tx.select().from(table).where(eq(table.id, publicationId));
  if (!taken) return;
  const [before] = await tx
    .select()
    .from(table)
    .where(
      and(
        eq(table.announcementId, taken.announcementId),
        eq(table.locale, taken.locale),
        ne(table.id, taken.id),
        isNull(table.withdrawalKind),
        eq(table.withdrawnAt, taken.publicFrom),
      ),
    )
    .orderBy(desc(table.publicFrom))
    .limit(1);
  if (!before) return;
  if (before.withdrawnAt && before.withdrawnAt > at) {
    await tx
      .update(table)
      .set(standing)
      .where(and(eq(table.id, before.id), gt(table.withdrawnAt, at)));
    return;
  }
  const { announcementId, locale, revisionId, zone } = before;
  await tx.insert(table).values({
    announcementId,
    locale,
    revisionId,
    zone,
    publicFrom: at,
    major: false,
    publishedAt: at,
    publishedBy: actorId(actor),
  });
}

async function putBackStatement(tx: Transaction, actor: Actor, publicationId: string, at: Date) {
  const table = statementPublications;
  const [taken] = await tx.select().from(table).where(eq(table.id, publicationId));
  if (!taken) return;
  const [before] = await tx
    .select()
    .from(table)
    .where(
      and(
        eq(table.statementId, taken.statementId),
        eq(table.locale, taken.locale),
        ne(table.id, taken.id),
        isNull(table.withdrawalKind),
        eq(table.withdrawnAt, taken.publicFrom),
      ),
    )
    .orderBy(desc(table.publicFrom))
    .limit(1);
  if (!before) return;
  if (before.withdrawnAt && before.withdrawnAt > at) {
    await tx
      .update(table)
      .set(standing)
      .where(and(eq(table.id, before.id), gt(table.withdrawnAt, at)));
    return;
  }
  const { statementId, locale, revisionId, zone } = before;
  await tx.insert(table).values({
    statementId,
    locale,
    revisionId,
    zone,
    publicFrom: at,
    major: false,
    publishedAt: at,
    publishedBy: actorId(actor),
  });
}
