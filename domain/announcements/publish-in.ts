import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementPublications, announcementRevisions } from "@/db/schema/announcements";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { isPublic } from "@/domain/publication/rules";
import { notify } from "@/domain/webhooks/notify";
import { enqueue } from "@/lib/jobs/enqueue";
import { Refusal } from "@/lib/refusal";
import { lockAnnouncement, publicationsOf } from "./lock";
import { nameableOn } from "./nameable";
import { approvedRevisions } from "./review/revision";
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
  /** What changed, for the public, in each language that is public already. */
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
 * and puts in the queue that people are told at the instant. What is published is the revision that is named, whatever
 * has been drafted since.
 */
export async function publishIn(tx: Transaction, actor: Actor, publishing: Publishing, at: Date) {
  const { publicFrom, zone, releaseId = null, forcedReason = "", announcementId: id } = publishing;
  const { announcement, spellIds, editions, publications, approved, obstacles } = await weighed(
    tx,
    publishing,
    at,
  );
  ensure(actor, "announcement.publish");
  if (obstacles.length > 0)
    throw new Refusal("obstacles", {}, [...new Set(obstacles.map(({ code }) => code))]);
  const publicationIds: string[] = [];
  for (const { locale, id: revisionId } of editions) {
    const before = publications.filter((one) => one.locale === locale);
    const follows = before.some((one) => isPublic(one, at));
    await giveWay(tx, actor, before, { publicFrom, at });
    const [row] = await tx
      .insert(announcementPublications)
      .values({
        announcementId: id,
        locale,
        revisionId,
        publicFrom,
        zone,
        releaseId,
        forcedReason: approved.has(revisionId) ? "" : forcedReason,
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
  const told = { subject: ["announcement", id], key: publicFrom.toISOString() } as const;
  await notify(tx, "announcement.published", told, publicFrom);
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
  const approved = await approvedRevisions(tx, id);
  const obstacles = publishing.editions.flatMap(({ locale }) => {
    const latest = editions.find((edition) => edition.locale === locale);
    const live = publications.find((one) => one.locale === locale && !one.withdrawnAt);
    const { kind } = announcement;
    const mayGoOut = latest !== undefined && (approved.has(latest.id) || Boolean(publishing.forcedReason));
    const facts = {
      kind,
      latest,
      liveRevisionId: live?.revisionId,
      memberships,
      nameable,
      approved: mayGoOut,
    };
    return obstaclesToPublishing(facts).map((code) => ({ locale, code }));
  });
  return { announcement, spellIds, editions, publications, approved, obstacles };
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

type Publication = { id: string; publicFrom: Date; withdrawnAt: Date | null };

/**
 * Ends what is public or is to be in a language. What is public stays until the instant of what takes its place, so that
 * there is no moment without a text; what was under embargo ends at once.
 */
async function giveWay(
  tx: Transaction,
  actor: Actor,
  before: readonly Publication[],
  { publicFrom, at }: { publicFrom: Date; at: Date },
) {
  for (const one of before) {
    if (one.withdrawnAt && one.withdrawnAt <= at) continue;
    await tx
      .update(announcementPublications)
      .set({
        withdrawnAt: one.publicFrom <= at ? publicFrom : at,
        withdrawnBy: actorId(actor),
        withdrawalReason: "Replaced by a newer text.",
      })
      .where(eq(announcementPublications.id, one.id));
  }
}
