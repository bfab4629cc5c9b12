import {
  and,
  arrayContains,
  asc,
  type Column,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import type { AnnouncementKind, Locale } from "@/db/enums";
import {
  announcementMemberships,
  announcementPublications,
  announcementRevisions,
  announcements,
} from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { memberships, organisations } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";
import { ownSlugs, slugOfRow } from "./address/expression";
import { ownerOf } from "./address/find";
import { editionColumns } from "./edition-columns";
import { shownIn } from "./shown";
import { storedBody } from "./text/input";
import { plainText } from "./text/rules";

/** Announcements on a page of the news. */
export const pageSize = 20;

const twin = alias(announcementPublications, "twin");
const isTwin = eq(twin.announcementId, announcements.id);
const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** The language an announcement is read in: the reader's where it is public in it, else the other one. */
const readIn = (locale: Locale, at: Date) =>
  db()
    .select({ locale: twin.locale })
    .from(twin)
    .where(and(isTwin, isPublicAt(twin, at)))
    .orderBy(desc(sql`${twin.locale} = ${locale}`), asc(twin.locale))
    .limit(1);

/** What was published by mistake does not count: it is as if it never was. */
const noMistake = (publication: { withdrawalKind: Column }) =>
  sql`(${publication.withdrawalKind} is null or ${publication.withdrawalKind} not in ('error', 'too_early'))`;

/** When an announcement was public for the first time; a correction does not make it new. */
const firstPublic = (at: Date) =>
  sql<Date>`${db()
    .select({ first: sql`min(${twin.publicFrom})` })
    .from(twin)
    .where(
      and(
        isTwin,
        lte(twin.publicFrom, moment(at)),
        or(isNull(twin.withdrawnAt), gt(twin.withdrawnAt, twin.publicFrom)),
        noMistake(twin),
      ),
    )}`.mapWith(announcementPublications.publicFrom);

/** When a text last changed in a way that people are told of: with its latest major edition, in its own language. */
const lastMajor = () =>
  sql<Date>`${db()
    .select({ last: sql`max(${twin.publicFrom})` })
    .from(twin)
    .where(
      and(
        isTwin,
        eq(twin.locale, announcementPublications.locale),
        lte(twin.publicFrom, announcementPublications.publicFrom),
        or(isNull(twin.withdrawnAt), gt(twin.withdrawnAt, twin.publicFrom)),
        noMistake(twin),
        twin.major,
      ),
    )}`.mapWith(announcementPublications.publicFrom);

const publishedIn = (at: Date) =>
  sql<
    Locale[]
  >`array(select ${twin.locale} from ${announcementPublications} "twin" where ${isTwin} and ${isPublicAt(twin, at)} order by 1)`;

const columns = (at: Date) => ({
  id: announcements.id,
  /** Its address in the language of the text. */
  slug: slugOfRow,
  kind: announcements.kind,
  tags: announcements.tags,
  locale: announcementPublications.locale,
  title: announcementRevisions.title,
  lead: announcementRevisions.lead,
  /** When the text as it stands became public. */
  publicFrom: announcementPublications.publicFrom,
  firstPublicAt: firstPublic(at),
  updatedAt: sql<Date>`coalesce(${lastMajor()}, ${announcementPublications.publicFrom})`.mapWith(
    announcementPublications.publicFrom,
  ),
  published: publishedIn(at),
});

/** Public announcements that answer a condition, each in the language it is read in, latest first. */
export function publicTexts(locale: Locale, at: Date, where?: SQL) {
  return db()
    .select(columns(at))
    .from(announcements)
    .innerJoin(announcementPublications, eq(announcementPublications.announcementId, announcements.id))
    .innerJoin(announcementRevisions, eq(announcementRevisions.id, announcementPublications.revisionId))
    .where(and(isPublicText(locale, at), where))
    .orderBy(desc(firstPublic(at)), announcements.id)
    .$dynamic();
}

const isPublicText = (locale: Locale, at: Date) =>
  and(
    isPublicAt(announcementPublications, at),
    eq(announcementPublications.locale, sql`${readIn(locale, at)}`),
  );

/** Which announcements are asked for; empty is all. */
type NewsFilter = { kind?: AnnouncementKind; tag?: string };

const isOf = ({ kind, tag }: NewsFilter) =>
  and(kind && eq(announcements.kind, kind), tag ? arrayContains(announcements.tags, [tag]) : undefined);

/** A page of the public announcements, latest first, with how many there are. */
export async function publicAnnouncements(
  locale: Locale,
  at: Date,
  { page, ...filter }: NewsFilter & { page: number },
) {
  const where = isOf(filter);
  const [rows, [total]] = await Promise.all([
    publicTexts(locale, at, where)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db()
      .select({ count: count() })
      .from(announcements)
      .innerJoin(announcementPublications, eq(announcementPublications.announcementId, announcements.id))
      .where(and(isPublicText(locale, at), where)),
  ]);
  return { rows, total: total?.count ?? 0 };
}

/** The announcements made public last. */
export async function latestAnnouncements(locale: Locale, at: Date, most = 3) {
  return publicTexts(locale, at).limit(most);
}

/** Every public announcement, for the site map and the feed, latest first. */
export async function allPublicAnnouncements(locale: Locale, at: Date, most = 5_000) {
  return publicTexts(locale, at).limit(most);
}

/** The public announcements tied to an event, latest first. */
export async function publicAnnouncementsOfEvent(eventId: string, locale: Locale, at: Date) {
  return publicTexts(locale, at, eq(announcements.eventId, eventId));
}

/** Those of some announcements that are public, latest first. */
export async function publicAnnouncementsAmong(ids: readonly string[], locale: Locale, at: Date) {
  if (ids.length === 0) return [];
  return publicTexts(locale, at, inArray(announcements.id, [...ids]));
}

/**
 * A public announcement for a reader of a language, by any of its addresses: in it where it is public in it, else in the
 * other one. Nothing before its instant, and nothing after it was taken back.
 */
export async function publicAnnouncement(slug: string, locale: Locale, at: Date) {
  const id = await ownerOf(db(), slug);
  if (!id) return undefined;
  return wholeText(and(eq(announcements.id, id), isPublicText(locale, at)), at);
}

/** The text of one publication of an announcement with everything a page prints of it. */
export async function wholeText(where: SQL | undefined, at: Date) {
  const [found] = await db()
    .select({
      ...columns(at),
      base: announcements.slug,
      ownSlugs,
      ...editionColumns,
      eventId: announcements.eventId,
      event: { slug: events.slug, title: events.title, announcedAt: events.announcedAt },
    })
    .from(announcements)
    .innerJoin(announcementPublications, eq(announcementPublications.announcementId, announcements.id))
    .innerJoin(announcementRevisions, eq(announcementRevisions.id, announcementPublications.revisionId))
    .leftJoin(
      events,
      and(eq(events.id, announcements.eventId), isPublicAt({ publicFrom: events.announcedAt }, at)),
    )
    .where(where);
  if (!found) return undefined;
  const body = storedBody(found.body);
  const [joining, shows] = await Promise.all([
    publicJoining(found.id, at),
    shownIn([{ body, cover: found.cover }]),
  ]);
  return { ...found, ...shows, body, joining, event: found.event ?? null };
}

/** The organisations whose accession an announcement is about, as far as their spells are public. */
async function publicJoining(announcementId: string, at: Date) {
  return db()
    .select({
      id: organisations.id,
      slug: organisations.slug,
      kind: organisations.kind,
      name: organisations.name,
      country: organisations.country,
      joinedOn: memberships.joinedOn,
      joinedPrecision: memberships.joinedPrecision,
    })
    .from(announcementMemberships)
    .innerJoin(memberships, eq(memberships.id, announcementMemberships.membershipId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(announcementMemberships.announcementId, announcementId), isPublicAt(memberships, at)))
    .orderBy(asc(organisations.slug));
}

/** The public announcements with their whole words and when they last changed, for the feed. */
export async function announcementsForFeed(locale: Locale, at: Date, filter: NewsFilter = {}, most = 50) {
  const rows = await db()
    .select({ ...columns(at), body: announcementRevisions.body })
    .from(announcements)
    .innerJoin(announcementPublications, eq(announcementPublications.announcementId, announcements.id))
    .innerJoin(announcementRevisions, eq(announcementRevisions.id, announcementPublications.revisionId))
    .where(and(isPublicText(locale, at), isOf(filter)))
    .orderBy(desc(firstPublic(at)), announcements.id)
    .limit(most);
  return rows.map(({ body, ...row }) => ({ ...row, text: plainText(storedBody(body)) }));
}
