import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { statementPublications } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isPublicAt } from "@/domain/publication/where";
import { ensureNotInRelease } from "@/domain/releases/held";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import type { PublishInput } from "./input";
import { latestRevision, lockStatement } from "./lock";
import { publishIn } from "./publish-in";
import { tellEndorsers } from "./tell-endorsers";

/**
 * Makes the latest text of one language public, now or from an instant on; until then it exists on no public surface.
 * A text that was public in that language before is replaced from the moment of publishing. Refuses `stale` where the
 * text is no longer the one that was seen, `obstacles`, `in_the_past`, `time_not_unique`, `in_release` where a release
 * that is scheduled makes it public, `change_note_missing` where an edition with a major change does not say which.
 * Those who endorsed are told of such a change.
 */
export async function publish(
  actor: Actor,
  { changeNote = "", major = true, ...input }: PublishInput,
  at = now(),
) {
  const publicFrom = instantOf(input, at);
  return db().transaction(async (tx) => {
    await lockStatement(tx, input.id);
    ensure(actor, "statement.publish");
    const latest = await latestRevision(tx, input.id, input.locale);
    if (latest && latest.id !== input.revisionId) throw new Refusal("stale");
    await ensureNotInRelease(tx, { statementId: input.id, locale: input.locale });
    if (publicFrom > at) await ensureNothingVanishes(tx, input, at);
    const { id: statementId, locale, revisionId, zone } = input;
    const publishing = { statementId, locale, revisionId, publicFrom, zone, changeNote, major };
    const { id, statement, tells } = await publishIn(tx, actor, publishing, at);
    if (tells) await tellEndorsers(tx, statement, { id, changeNote }, at);
    return { id, publicFrom };
  });
}

/** An embargo on the successor of a text that is public now would take that away. */
async function ensureNothingVanishes(tx: Transaction, { id, locale }: PublishInput, at: Date) {
  const isShown = and(
    eq(statementPublications.statementId, id),
    eq(statementPublications.locale, locale),
    isPublicAt(statementPublications, at),
  );
  const shown = await tx.select({ id: statementPublications.id }).from(statementPublications).where(isShown);
  if (shown.length > 0) throw new Refusal("public_text_would_vanish");
}

function instantOf({ publicFrom, zone }: Pick<PublishInput, "publicFrom" | "zone">, at: Date): Date {
  if (!publicFrom) return at;
  const zoned = zonedToInstant(publicFrom, zone);
  if (zoned.kind !== "instant") throw new Refusal("time_not_unique");
  if (zoned.instant < at) throw new Refusal("in_the_past");
  return zoned.instant;
}
