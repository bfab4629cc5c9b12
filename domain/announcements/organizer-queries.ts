import { and, asc, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { AnnouncementKind, Locale } from "@/db/enums";
import { announcementMemberships, announcementRevisions, announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { addressesOf } from "./address/find";
import { editionColumns } from "./edition-columns";
import { headsOf, publicationsOf } from "./lock";
import { stepsOf } from "./review/revision";
import { approvedOf, isUnreviewed, readyOf } from "./review/rules";
import { shownIn } from "./shown";
import { storedBody } from "./text/input";

/** What the workspace's list of announcements can be asked. */
export type AnnouncementFilter = {
  q: string;
  kind?: AnnouncementKind;
  sort: "created" | "-created" | "title";
  page: number;
};

/** Rows on a page of the list. */
export const pageSize = 50;

/** The text an announcement is called by: the latest in the reader's language, else in another. */
const called = (
  locale: Locale,
) => sql`from announcement_revisions r where r.announcement_id = ${announcements.id}
  order by (r.locale = ${locale}) desc, r.locale, r.number desc limit 1`;
const titleIn = (locale: Locale) =>
  sql<string>`coalesce((select r.title ${called(locale)}), ${announcements.slug})`;
const languages = sql<Locale[]>`array(select distinct r.locale from announcement_revisions r
  where r.announcement_id = ${announcements.id} order by 1)`;

/** A page of all announcements, drafts too, with where each language stands. */
export async function listAnnouncements(
  actor: Actor,
  { q, kind, sort, page }: AnnouncementFilter,
  locale: Locale,
) {
  ensure(actor, "announcement.list");
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const anyTitle = sql`exists (select 1 from announcement_revisions r
    where r.announcement_id = ${announcements.id} and r.title ilike ${like})`;
  const where = and(kind && eq(announcements.kind, kind), q ? anyTitle : undefined);
  const order = {
    created: asc(announcements.createdAt),
    "-created": desc(announcements.createdAt),
    title: asc(titleIn(locale)),
  };
  const [rows, [total]] = await Promise.all([
    db()
      .select({
        id: announcements.id,
        kind: announcements.kind,
        title: titleIn(locale),
        titleLocale: sql<Locale | null>`(select r.locale ${called(locale)})`,
        languages,
        createdAt: announcements.createdAt,
        eventTitle: events.title,
        publications: sql<
          { locale: string; from: string; gone: string | null; unreviewed: boolean }[]
        >`coalesce((
          select json_agg(json_build_object('locale', p.locale, 'from', p.public_from, 'gone', p.withdrawn_at,
            'unreviewed', p.withdrawn_at is null and p.forced_reason <> '' and not exists (
              select 1 from announcement_reviews v where v.revision_id = p.revision_id and v.step = 'approved'))
            order by p.published_at)
          from announcement_publications p where p.announcement_id = ${announcements.id}), '[]')`,
      })
      .from(announcements)
      .leftJoin(events, eq(events.id, announcements.eventId))
      .where(where)
      .orderBy(order[sort], announcements.id)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().select({ count: count() }).from(announcements).where(where),
  ]);
  return { rows, total: total?.count ?? 0 };
}

/**
 * An announcement as the workspace sees it: facts, spells, every revision by its head, what was said of them, the one of
 * each language that may go out, publications. Refuses `not_found`.
 */
export async function announcementForOrganizer(actor: Actor, id: string) {
  ensure(actor, "announcement.list");
  return wholeAnnouncement(id);
}

/** The same for who was let in otherwise, by the link of a preview. */
export async function wholeAnnouncement(id: string) {
  const [row] = await db()
    .select({
      announcement: announcements,
      event: {
        title: events.title,
        slug: events.slug,
        zone: events.zone,
        announcedAt: events.announcedAt,
      },
    })
    .from(announcements)
    .leftJoin(events, eq(events.id, announcements.eventId))
    .where(eq(announcements.id, id));
  if (!row) throw new Refusal("not_found");
  const [heads, published, reviews, addresses, spells] = await Promise.all([
    headsOf(db(), id),
    publicationsOf(db(), id),
    stepsOf(db(), id),
    addressesOf(db(), id),
    db()
      .select({
        id: memberships.id,
        name: organisations.name,
        kind: organisations.kind,
        slug: organisations.slug,
        country: organisations.country,
        joinedOn: memberships.joinedOn,
        joinedPrecision: memberships.joinedPrecision,
        leftOn: memberships.leftOn,
        leftPrecision: memberships.leftPrecision,
        publicFrom: memberships.publicFrom,
        withdrawnAt: memberships.withdrawnAt,
      })
      .from(announcementMemberships)
      .innerJoin(memberships, eq(memberships.id, announcementMemberships.membershipId))
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(eq(announcementMemberships.announcementId, id))
      .orderBy(asc(organisations.slug)),
  ]);
  const approved = approvedOf(reviews);
  const publications = published.map((one) => ({ ...one, unreviewed: isUnreviewed(one, approved) }));
  const ready = readyOf(heads.heads, approved);
  return {
    ...row.announcement,
    event: row.event,
    ...heads,
    reviews,
    approved,
    ready,
    addresses,
    publications,
    spells,
  };
}

/** Some revisions whole, of this announcement and no other, with what they show. */
export async function editionsOf(actor: Actor, announcementId: string, ids: readonly (string | undefined)[]) {
  ensure(actor, "announcement.list");
  return wholeEditions(announcementId, ids);
}

/** The same for who was let in otherwise, by the link of a preview. */
export async function wholeEditions(announcementId: string, ids: readonly (string | undefined)[]) {
  const wanted = ids.filter((id) => id !== undefined);
  if (wanted.length === 0) return { editions: [], ...(await shownIn([])) };
  const rows = await db()
    .select({
      id: announcementRevisions.id,
      locale: announcementRevisions.locale,
      number: announcementRevisions.number,
      ...editionColumns,
      translationOfId: announcementRevisions.translationOfId,
      translatedFrom: announcementRevisions.translatedFrom,
      savedAt: announcementRevisions.savedAt,
      savedByName: announcementRevisions.savedByName,
    })
    .from(announcementRevisions)
    .where(
      and(
        eq(announcementRevisions.announcementId, announcementId),
        inArray(announcementRevisions.id, wanted),
      ),
    );
  const editions = rows.map((row) => ({ ...row, body: storedBody(row.body) }));
  return { editions, ...(await shownIn(editions)) };
}

/** The spells that can be announced: those that stand, those not yet public first, then the latest. */
export async function spellChoices(actor: Actor) {
  ensure(actor, "announcement.list");
  return db()
    .select({
      id: memberships.id,
      name: organisations.name,
      joinedOn: memberships.joinedOn,
      publicFrom: memberships.publicFrom,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(isNull(memberships.withdrawnAt))
    .orderBy(desc(isNull(memberships.publicFrom)), desc(memberships.joinedOn), organisations.slug);
}

/** Every event, to tie an announcement to, latest first. */
export async function eventChoices(actor: Actor) {
  ensure(actor, "announcement.list");
  return db().select({ id: events.id, name: events.title }).from(events).orderBy(desc(events.startsAt));
}
