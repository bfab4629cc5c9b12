import { and, arrayContains, count, desc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementAddresses } from "@/db/schema/announcement-publishing";
import { announcementPublications, announcementRevisions, announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { storedBody } from "@/domain/announcements/text/input";
import { plainText } from "@/domain/announcements/text/rules";
import { groupProfile } from "@/domain/group/queries";
import { isPublicAt } from "@/domain/publication/where";
import { absolute } from "@/lib/seo";
import { apiAddress } from "./addresses";
import { joiningOf } from "./joining";
import type { announcementsAsked } from "./parameters";
import type { Announcement, AnnouncementSummary } from "./schemas/announcements";

/** A page of the public announcements, latest first, each with all its languages. */
export async function announcementsForApi(asked: z.output<typeof announcementsAsked>, at: Date) {
  const { zone } = await groupProfile();
  const known = knownAt(at);
  const { kind, tag, lang, year, since } = asked;
  const wanted = and(
    kind && eq(announcements.kind, kind),
    tag ? arrayContains(announcements.tags, [tag]) : undefined,
    lang && sql`${lang} = any(${known.languages})`,
    year ? sql`extract(year from ${known.first} at time zone ${zone}) = ${year}` : undefined,
    since && gte(known.updated, sql`${since.toISOString()}::timestamptz`),
  );
  const from = () =>
    db()
      .select({ id: announcements.id })
      .from(announcements)
      .innerJoin(known, eq(known.announcementId, announcements.id))
      .where(wanted);
  const [rows, [all]] = await Promise.all([
    from()
      .orderBy(desc(known.first), announcements.id)
      .limit(asked.perPage)
      .offset((asked.page - 1) * asked.perPage),
    db()
      .select({ count: count() })
      .from(announcements)
      .innerJoin(known, eq(known.announcementId, announcements.id))
      .where(wanted),
  ]);
  const ids = rows.map((row) => row.id);
  const editions = await editionsOf(ids, at);
  return {
    total: all?.count ?? 0,
    data: ids.flatMap((id) => {
      const own = editions.filter((edition) => edition.id === id);
      return own.length > 0 ? [summaryOf(own, editionSummary)] : [];
    }),
  };
}

/** A public announcement by its id in every language in which it is public; nothing where it is in none. */
export async function announcementForApi(id: string, at: Date): Promise<Announcement | undefined> {
  const editions = await editionsOf([id], at);
  if (editions.length === 0) return;
  const [event, members] = await Promise.all([publicEventOf(id, at), joiningOf(id, at)]);
  const whole = (one: Edition) => ({ ...editionSummary(one), text: plainText(storedBody(one.body)) });
  return { ...summaryOf(editions, whole), event: event ?? null, members };
}

/** Of each public announcement its languages, when it was first public, and when its latest text became so. */
function knownAt(at: Date) {
  const { announcementId, locale, publicFrom, withdrawnAt, withdrawalKind } = announcementPublications;
  const isNow = isPublicAt(announcementPublications, at);
  const was = sql`${publicFrom} <= ${at.toISOString()}::timestamptz and (${withdrawnAt} is null or ${withdrawnAt} > ${publicFrom})
    and (${withdrawalKind} is null or ${withdrawalKind} not in ('error', 'too_early'))`;
  const instantOf = (what: SQL) => what.mapWith(publicFrom);
  return db()
    .select({
      announcementId,
      languages: sql<Locale[]>`array_agg(${locale}) filter (where ${isNow})`.as("languages"),
      first: instantOf(sql`min(${publicFrom}) filter (where ${was})`).as("first_public"),
      updated: instantOf(sql`max(${publicFrom}) filter (where ${isNow})`).as("updated"),
    })
    .from(announcementPublications)
    .groupBy(announcementId)
    .having(sql`bool_or(${isNow})`)
    .as("known");
}

/** The public texts of some announcements, each with the facts of its announcement. */
async function editionsOf(ids: readonly string[], at: Date) {
  if (ids.length === 0) return [];
  const known = knownAt(at);
  return db()
    .select({
      id: announcements.id,
      kind: announcements.kind,
      tags: announcements.tags,
      first: known.first,
      updated: known.updated,
      locale: announcementPublications.locale,
      publicFrom: announcementPublications.publicFrom,
      // A language without an address of its own has that of the announcement.
      slug: sql<string>`coalesce(${announcementAddresses.slug}, ${announcements.slug})`,
      title: announcementRevisions.title,
      lead: announcementRevisions.lead,
      body: announcementRevisions.body,
    })
    .from(announcementPublications)
    .innerJoin(announcements, eq(announcements.id, announcementPublications.announcementId))
    .innerJoin(announcementRevisions, eq(announcementRevisions.id, announcementPublications.revisionId))
    .innerJoin(known, eq(known.announcementId, announcements.id))
    .leftJoin(
      announcementAddresses,
      and(
        eq(announcementAddresses.announcementId, announcements.id),
        eq(announcementAddresses.locale, announcementPublications.locale),
        eq(announcementAddresses.present, true),
      ),
    )
    .where(and(inArray(announcements.id, [...ids]), isPublicAt(announcementPublications, at)))
    .orderBy(announcementPublications.locale);
}

type Edition = Awaited<ReturnType<typeof editionsOf>>[number];

const editionSummary = (one: Edition) => ({
  url: absolute(`/${one.locale}/news/${one.slug}`),
  slug: one.slug,
  title: one.title,
  lead: one.lead,
  publishedAt: one.publicFrom.toISOString(),
});

function summaryOf<Text>(
  editions: readonly Edition[],
  textOf: (one: Edition) => Text,
): Omit<AnnouncementSummary, "editions"> & { editions: Partial<Record<Locale, Text>> } {
  const [facts] = editions;
  if (!facts) throw new Error("an announcement without a public text");
  return {
    id: facts.id,
    self: apiAddress(`/announcements/${facts.id}`),
    kind: facts.kind,
    tags: facts.tags,
    languages: editions.map((one) => one.locale),
    publishedAt: (facts.first ?? facts.publicFrom).toISOString(),
    updatedAt: (facts.updated ?? facts.publicFrom).toISOString(),
    editions: Object.fromEntries(editions.map((one) => [one.locale, textOf(one)])),
  };
}

/** The event an announcement is tied to, where that is public itself. */
async function publicEventOf(id: string, at: Date) {
  const [event] = await db()
    .select({ slug: events.slug, title: events.title })
    .from(announcements)
    .innerJoin(events, eq(events.id, announcements.eventId))
    .where(and(eq(announcements.id, id), isPublicAt({ publicFrom: events.announcedAt }, at)));
  return event;
}
