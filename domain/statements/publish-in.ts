import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { statementPublications, statementRevisions } from "@/db/schema/statements";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { notify } from "@/domain/webhooks/notify";
import { Refusal } from "@/lib/refusal";
import { adoptionOf, lockStatement } from "./lock";
import { obstaclesToPublishing, type PublishingObstacle } from "./rules";
import { translationState } from "./translation/state";

/** What is made public of a statement: one language with the revision that was looked at. */
export type Publishing = {
  statementId: string;
  locale: Locale;
  revisionId: string;
  publicFrom: Date;
  /** The zone in which the instant was said. */
  zone: string;
  releaseId?: string | null;
  /** What changed since the edition that is public now, and whether those who endorsed are told of it. */
  changeNote?: string;
  major?: boolean;
};

/** What stands in the way of making one language public; empty when nothing does. Locks the statement. */
export async function obstaclesIn(
  tx: Transaction,
  publishing: Publishing,
  at: Date,
): Promise<(PublishingObstacle | "change_note_missing")[]> {
  return (await weighed(tx, publishing, at)).obstacles;
}

/**
 * Makes one language of a statement public from an instant on, as part of a transaction: locks it, refuses what stands
 * in the way, and writes the publication. The edition before gives way at the same instant. Who endorsed is told by the
 * caller, once the text is public. Refuses `obstacles`, `change_note_missing`.
 */
export async function publishIn(tx: Transaction, actor: Actor, publishing: Publishing, at: Date) {
  const { statementId, locale, publicFrom, zone, releaseId = null } = publishing;
  const { changeNote = "", major = true } = publishing;
  const { statement, revision, live, follows, obstacles } = await weighed(tx, publishing, at);
  ensure(actor, "statement.publish");
  const standing = obstacles.filter((code) => code !== "change_note_missing");
  if (standing.length > 0 || !revision) throw new Refusal("obstacles", {}, standing);
  if (obstacles.length > 0) throw new Refusal("change_note_missing");
  if (live) {
    // An edition that is read now is read until the next one is.
    const withdrawnAt = follows ? publicFrom : at;
    await tx
      .update(statementPublications)
      .set({ withdrawnAt, withdrawnBy: actorId(actor), withdrawalReason: "Replaced by a newer text." })
      .where(eq(statementPublications.id, live.id));
  }
  const [publication] = await tx
    .insert(statementPublications)
    .values({
      statementId,
      locale,
      revisionId: revision.id,
      publicFrom,
      zone,
      releaseId,
      changeNote: follows ? changeNote : "",
      major: !follows || major,
      publishedAt: at,
      publishedBy: actorId(actor),
    })
    .returning({ id: statementPublications.id });
  if (!publication) throw new Refusal("not_found");
  const told = { subject: ["statement", statementId], key: publicFrom.toISOString() } as const;
  await notify(tx, "statement.published", told, publicFrom);
  await record(tx, actor, {
    action: "statement.publish",
    subject: ["statement", statementId],
    eventId: statement.eventId,
    at,
    details: { language: locale, revision: revision.number, publicFrom: publicFrom.toISOString() },
  });
  return { id: publication.id, statement, tells: follows && major, replacedId: live?.id ?? null };
}

async function weighed(tx: Transaction, publishing: Publishing, at: Date) {
  const { statementId, locale, changeNote = "", major = true } = publishing;
  const statement = await lockStatement(tx, statementId);
  const revision = await revisionOf(tx, publishing);
  const isLive = and(
    eq(statementPublications.statementId, statementId),
    eq(statementPublications.locale, locale),
    isNull(statementPublications.withdrawnAt),
  );
  const [live] = await tx.select().from(statementPublications).where(isLive);
  const adoption = await adoptionOf(tx, statementId);
  const isTranslation = locale !== statement.authenticLocale;
  const { behind } = await translationState(tx, statement, isTranslation ? revision : undefined);
  const follows = live !== undefined && live.publicFrom <= at;
  const obstacles: (PublishingObstacle | "change_note_missing")[] = obstaclesToPublishing({
    kind: statement.kind,
    behind,
    locale,
    authenticLocale: statement.authenticLocale,
    latest: revision,
    adoptedRevisionId: adoption?.revisionId,
    liveRevisionId: live?.revisionId,
  });
  if (follows && major && changeNote === "") obstacles.push("change_note_missing");
  return { statement, revision, live, follows, obstacles };
}

/** The revision that is to be public, where it is this statement's and in this language. */
async function revisionOf(tx: Transaction, { statementId, locale, revisionId }: Publishing) {
  const [row] = await tx
    .select()
    .from(statementRevisions)
    .where(
      and(
        eq(statementRevisions.id, revisionId),
        eq(statementRevisions.statementId, statementId),
        eq(statementRevisions.locale, locale),
      ),
    );
  return row;
}
