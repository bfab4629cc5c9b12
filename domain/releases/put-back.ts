import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { announcementPublications } from "@/db/schema/announcements";
import type { statementPublications } from "@/db/schema/statements";
import { type Actor, actorId } from "@/domain/access/actor";

type Kind = typeof announcementPublications | typeof statementPublications;

/**
 * Lets the edition stand again that gave way to one that is taken back: one that has not given way yet goes on as if
 * nothing had happened; one that was replaced is published anew from now on.
 */
export async function putBack(tx: Transaction, actor: Actor, kind: Kind, publicationId: string, at: Date) {
  const owner = sql.identifier(kind === announcementPublications ? "announcement_id" : "statement_id");
  const moment = sql`${at.toISOString()}::timestamptz`;
  const before = sql`(
    select former.id from ${kind} former join ${kind} taken on taken.${owner} = former.${owner}
      and taken.locale = former.locale and taken.public_from = former.withdrawn_at
    where taken.id = ${publicationId} and former.id <> taken.id and former.withdrawal_kind is null
    order by former.public_from desc limit 1)`;
  const goingOn = await tx.execute(sql`
    update ${kind} set withdrawn_at = null, withdrawn_by = null, withdrawal_reason = ''
    where id = ${before} and withdrawn_at > ${moment} returning id`);
  if (goingOn.length > 0) return;
  await tx.execute(sql`
    insert into ${kind} (${owner}, locale, revision_id, zone, public_from, major, published_at, published_by)
    select ${owner}, locale, revision_id, zone, ${moment}, false, ${moment}, ${actorId(actor)}::uuid
    from ${kind} where id = ${before}`);
}
