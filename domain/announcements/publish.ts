import { db, type Transaction } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isPublic } from "@/domain/publication/rules";
import { ensureNotInRelease } from "@/domain/releases/held";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import type { PublishInput } from "./input";
import { headsOf, lockAnnouncement, publicationsOf } from "./lock";
import { publishIn } from "./publish-in";
import { approvedRevisions } from "./review/revision";
import { readyOf } from "./review/rules";

/**
 * Makes one or both languages public in one step, now or from an instant on; until then nothing of them exists on any
 * public surface, nor do the memberships they announce, which become public at the earliest of the instants. What goes
 * out is the revision that was approved, or with a reason the latest that was not. Refuses `stale` where announcement or
 * text is no longer what was seen, `obstacles` (of any of the languages: then none is published), `in_the_past`,
 * `time_not_unique`, `in_release` where a release is scheduled to do it, `change_note_missing` where a major change of a
 * public text does not say which.
 */
export async function publish(actor: Actor, input: PublishInput, at = now()) {
  const { zone, id: announcementId, changeNotes = {}, major = true, forcedReason = "" } = input;
  const publicFrom = instantOf(input, at);
  return db().transaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, input.id);
    ensure(actor, "announcement.publish");
    if (announcement.revision !== input.revision) throw new Refusal("stale");
    const editions = await editionsOf(tx, input);
    for (const { locale } of editions) await ensureNotInRelease(tx, { announcementId, locale });
    const publications = await publicationsOf(tx, input.id);
    const follows = (locale: string) =>
      publications.some((one) => one.locale === locale && isPublic(one, at));
    const isUnsaid = ({ locale }: (typeof editions)[number]) => follows(locale) && !changeNotes[locale];
    const unsaid = major && editions.some(isUnsaid);
    const publishing = { announcementId, editions, publicFrom, zone, changeNotes, major, forcedReason };
    const { memberships } = await publishIn(tx, actor, publishing, at);
    // Asked last: what stands in the way of the text itself is told first.
    if (unsaid) throw new Refusal("change_note_missing");
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

/** The revision of each language that was seen: the latest that was approved, or the latest of all. */
async function editionsOf(tx: Transaction, { id, languages, seen }: PublishInput) {
  const { heads, latest } = await headsOf(tx, id);
  const ready = readyOf(heads, await approvedRevisions(tx, id));
  return languages.map((locale) => {
    const offered = [ready[locale], latest[locale]].filter((one) => one !== undefined);
    if (offered.length === 0) throw new Refusal("obstacles", {}, ["no_text"]);
    const revision = offered.find((one) => seen.includes(one.id));
    if (!revision) throw new Refusal("stale");
    return { locale, revisionId: revision.id };
  });
}
