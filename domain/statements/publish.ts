import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { statementPublications } from "@/db/schema/statements";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { notify } from "@/domain/webhooks/notify";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import type { PublishInput } from "./input";
import { adoptionOf, latestRevision, lockStatement } from "./lock";
import { obstaclesToPublishing } from "./rules";
import { tellEndorsers } from "./tell-endorsers";
import { translationState } from "./translation/state";

/**
 * Makes the latest text of one language public, now or from an instant on; until then it exists on no public surface.
 * A text that was public in that language before is replaced from the moment of publishing. Refuses `stale` where the
 * text is no longer the one that was seen, `obstacles`, `in_the_past`, `time_not_unique`, `change_note_missing` where an
 * edition with a major change does not say which. Those who endorsed are told of such a change.
 */
export async function publish(
  actor: Actor,
  { changeNote = "", major = true, ...input }: PublishInput,
  at = now(),
) {
  const publicFrom = instantOf(input, at);
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    ensure(actor, "statement.publish");
    const latest = await latestRevision(tx, input.id, input.locale);
    if (latest && latest.id !== input.revisionId) throw new Refusal("stale");
    const isLive = and(
      eq(statementPublications.statementId, input.id),
      eq(statementPublications.locale, input.locale),
      isNull(statementPublications.withdrawnAt),
    );
    const [live] = await tx.select().from(statementPublications).where(isLive);
    const adoption = await adoptionOf(tx, input.id);
    const isTranslation = input.locale !== statement.authenticLocale;
    const { behind } = await translationState(tx, statement, isTranslation ? latest : undefined);
    const obstacles = obstaclesToPublishing({
      kind: statement.kind,
      behind,
      locale: input.locale,
      authenticLocale: statement.authenticLocale,
      latest,
      adoptedRevisionId: adoption?.revisionId,
      liveRevisionId: live?.revisionId,
    });
    if (obstacles.length > 0 || !latest) throw new Refusal("obstacles", {}, obstacles);
    const follows = live !== undefined && live.publicFrom <= at;
    if (follows && publicFrom > at) throw new Refusal("public_text_would_vanish");
    if (follows && major && changeNote === "") throw new Refusal("change_note_missing");
    if (live) {
      await tx
        .update(statementPublications)
        .set({ withdrawnAt: at, withdrawnBy: actorId(actor), withdrawalReason: "Replaced by a newer text." })
        .where(eq(statementPublications.id, live.id));
    }
    const [publication] = await tx
      .insert(statementPublications)
      .values({
        statementId: input.id,
        locale: input.locale,
        revisionId: latest.id,
        publicFrom,
        zone: input.zone,
        changeNote: follows ? changeNote : "",
        major: !follows || major,
        publishedAt: at,
        publishedBy: actorId(actor),
      })
      .returning({ id: statementPublications.id });
    if (!publication) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "statement.publish",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      details: { language: input.locale, revision: latest.number, publicFrom: publicFrom.toISOString() },
    });
    const told = { subject: ["statement", input.id], key: publicFrom.toISOString() } as const;
    await notify(tx, "statement.published", told, publicFrom);
    if (follows && major) await tellEndorsers(tx, statement, { id: publication.id, changeNote }, at);
    return { id: publication.id, publicFrom };
  });
}

function instantOf({ publicFrom, zone }: Pick<PublishInput, "publicFrom" | "zone">, at: Date): Date {
  if (!publicFrom) return at;
  const zoned = zonedToInstant(publicFrom, zone);
  if (zoned.kind !== "instant") throw new Refusal("time_not_unique");
  if (zoned.instant < at) throw new Refusal("in_the_past");
  return zoned.instant;
}
