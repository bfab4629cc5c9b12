import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementPublications, announcementRevisions } from "@/db/schema/announcements";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { enqueue } from "@/lib/jobs/enqueue";
import { Refusal } from "@/lib/refusal";
import { lockAnnouncement, publicationsOf } from "./lock";
import { nameableOn } from "./nameable";
import { obstaclesToPublishing, type PublishingObstacle } from "./rules";
import { boundSpells, lockSpells, settleSpells } from "./spells";
import { storedBody } from "./text/input";

/** What is made public of an announcement: of each language the revision that was looked at. */
export type Publishing = {
  announcementId: string;
  editions: readonly { locale: Locale; revisionId: string }[];
  publicFrom: Date;
  /** The zone in which the instant was said. */
  zone: string;
  releaseId?: string | null;
  /** What changed, for the public, in each language that was public before. */
  changeNotes?: Partial<Record<Locale, string>>;
  /** Whether people are told of the change; a first publication always is one. */
  major?: boolean;
  /** Why it goes out without a second pair of eyes. */
  forcedReason?: string;
};

/** What stands in the way of making some languages public, each with its language; empty when nothing does. */
export async function obstaclesIn(
  tx: Transaction,
  publishing: Publishing,
  at: Date,
): Promise<{ locale: Locale; code: PublishingObstacle }[]> {
  return (await weighed(tx, publishing, at)).obstacles;
}

/**
 * Makes languages of an announcement public from an instant on, as part of a transaction: locks it, refuses
 * `obstacles` of any of them (then none is published), writes the publications, brings the spells it announces in line,
 * and puts in the queue that people are told at the instant.
 */
export async function publishIn(tx: Transaction, actor: Actor, publishing: Publishing, at: Date) {
  const { publicFrom, zone, releaseId = null, forcedReason = "", announcementId: id } = publishing;
  const { announcement, spellIds, editions, publications, obstacles } = await weighed(tx, publishing, at);
  ensure(actor, "announcement.publish");
  if (obstacles.length > 0)
    throw new Refusal("obstacles", {}, [...new Set(obstacles.map(({ code }) => code))]);
  const publicationIds: string[] = [];
  for (const { locale, id: revisionId } of editions) {
    const live = publications.find((one) => one.locale === locale && !one.withdrawnAt);
    const follows = live !== undefined && live.publicFrom <= at;
    // In a release the edition that is read now gives way at its instant, and not before.
    if (follows && publicFrom > at && !releaseId) throw new Refusal("public_text_would_vanish");
    if (live) await replace(tx, actor, live.id, follows ? publicFrom : at);
    const [row] = await tx
      .insert(announcementPublications)
      .values({
        announcementId: id,
        locale,
        revisionId,
        publicFrom,
        zone,
        releaseId,
        forcedReason,
        changeNote: follows ? (publishing.changeNotes?.[locale] ?? "") : "",
        major: !follows || (publishing.major ?? true),
        publishedAt: at,
        publishedBy: actorId(actor),
      })
      .returning({ id: announcementPublications.id });
    if (!row) throw new Refusal("not_found");
    const jobKey = `tell-announcement:${row.id}`;
    await enqueue(tx, "tell-announcement", { id: row.id }, { runAt: publicFrom, jobKey });
    publicationIds.push(row.id);
  }
  const memberships = announcement.kind === "new_member" ? await settleSpells(tx, spellIds, at) : 0;
  await record(tx, actor, {
    action: "announcement.publish",
    subject: ["announcement", id],
    eventId: announcement.eventId,
    at,
    ...(forcedReason && { reason: forcedReason }),
    details: {
      languages: editions.map(({ locale }) => locale),
      revisions: Object.fromEntries(editions.map(({ locale, number }) => [locale, number])),
      publicFrom: publicFrom.toISOString(),
      memberships,
    },
  });
  return { publicationIds, memberships };
}

/** Locks the announcement and its spells, and weighs what stands in the way. */
async function weighed(tx: Transaction, publishing: Publishing, at: Date) {
  const { announcementId: id, publicFrom } = publishing;
  const announcement = await lockAnnouncement(tx, id);
  const spellIds = await boundSpells(tx, id);
  const memberships = await lockSpells(tx, spellIds);
  const publications = await publicationsOf(tx, id);
  const editions = await pinnedOf(tx, publishing);
  const nameable = await nameableOn(
    tx,
    editions.map((edition) => edition.body),
    publicFrom > at ? publicFrom : at,
  );
  const obstacles = publishing.editions.flatMap(({ locale }) => {
    const latest = editions.find((edition) => edition.locale === locale);
    const live = publications.find((one) => one.locale === locale && !one.withdrawnAt);
    const { kind } = announcement;
    const facts = { kind, latest, liveRevisionId: live?.revisionId, memberships, nameable };
    return obstaclesToPublishing(facts).map((code) => ({ locale, code }));
  });
  return { announcement, spellIds, editions, publications, obstacles };
}

/** The revisions that are to be public, as far as they are this announcement's and in the language said. */
async function pinnedOf(tx: Transaction, { announcementId, editions }: Publishing) {
  const rows = [];
  for (const { locale, revisionId } of editions) {
    const own = [
      eq(announcementRevisions.announcementId, announcementId),
      eq(announcementRevisions.locale, locale),
    ];
    rows.push(
      ...(await tx
        .select()
        .from(announcementRevisions)
        .where(and(eq(announcementRevisions.id, revisionId), ...own))),
    );
  }
  return rows.map((row) => ({ ...row, body: storedBody(row.body) }));
}

async function replace(tx: Transaction, actor: Actor, publicationId: string, at: Date) {
  await tx
    .update(announcementPublications)
    .set({ withdrawnAt: at, withdrawnBy: actorId(actor), withdrawalReason: "Replaced by a newer text." })
    .where(eq(announcementPublications.id, publicationId));
}
