import { db, type Transaction } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { ensureNotInRelease } from "@/domain/releases/held";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import type { PublishInput } from "./input";
import { latestEdition, lockAnnouncement } from "./lock";
import { publishIn } from "./publish-in";

/**
 * Makes one or both languages public in one step, now or from an instant on; until then nothing of them exists on any
 * public surface, nor do the memberships they announce, which become public at the earliest of the instants. Refuses
 * `stale` where announcement or text is no longer what was seen, `obstacles` (of any of the languages: then none is
 * published), `in_the_past`, `time_not_unique`, `public_text_would_vanish`, `in_release` where a release is scheduled to do it.
 */
export async function publish(actor: Actor, input: PublishInput, at = now()) {
  const publicFrom = instantOf(input, at);
  return db().transaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, input.id);
    ensure(actor, "announcement.publish");
    if (announcement.revision !== input.revision) throw new Refusal("stale");
    const editions = await editionsOf(tx, input);
    for (const { locale } of editions) await ensureNotInRelease(tx, { announcementId: input.id, locale });
    const { zone, id: announcementId } = input;
    const { memberships } = await publishIn(tx, actor, { announcementId, editions, publicFrom, zone }, at);
    return { publicFrom, memberships };
  });
}

function instantOf({ publicFrom, zone }: PublishInput, at: Date): Date {
  if (!publicFrom) return at;
  const zoned = zonedToInstant(publicFrom, zone);
  if (zoned.kind !== "instant") throw new Refusal("time_not_unique");
  if (zoned.instant < at) throw new Refusal("in_the_past");
  return zoned.instant;
}

/** The latest text of each language to be published, which must be the one that was seen. */
async function editionsOf(tx: Transaction, { id, languages, seen }: PublishInput) {
  const editions: { locale: (typeof languages)[number]; revisionId: string }[] = [];
  for (const locale of languages) {
    const latest = await latestEdition(tx, id, locale);
    if (!latest) throw new Refusal("obstacles", {}, ["no_text"]);
    if (!seen.includes(latest.id)) throw new Refusal("stale");
    editions.push({ locale, revisionId: latest.id });
  }
  return editions;
}
