import { and, asc, count, desc, eq, ilike, inArray, isNull, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import type { MediaKind } from "@/db/enums";
import { announcementMedia } from "@/db/schema/announcement-publishing";
import { announcementRevisions } from "@/db/schema/announcements";
import { files } from "@/db/schema/files";
import { groups } from "@/db/schema/group";
import { media } from "@/db/schema/media";
import { organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";

/** Things of the library on a page. */
export const pageSize = 24;

const choice = {
  id: media.id,
  kind: media.kind,
  name: media.name,
  alt: media.alt,
  credit: media.credit,
  width: media.width,
  height: media.height,
};

/** A page of the library, newest first, each with the texts that show it and whose logo it is. */
export async function mediaLibrary(
  actor: Actor,
  { q, kind, page }: { q: string; kind?: MediaKind | undefined; page: number },
) {
  ensure(actor, "announcement.list");
  const where = and(
    isNull(media.removedAt),
    kind && eq(media.kind, kind),
    q === "" ? undefined : ilike(media.name, `%${q.replace(/[\\%_]/g, "\\$&")}%`),
  );
  const [rows, [total]] = await Promise.all([
    db()
      .select({
        ...choice,
        revision: media.revision,
        contentType: files.contentType,
        size: files.size,
        createdAt: media.createdAt,
        createdBy: media.createdBy,
      })
      .from(media)
      .innerJoin(files, eq(files.id, media.fileId))
      .where(where)
      .orderBy(desc(media.createdAt), media.id)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().select({ count: count() }).from(media).where(where),
  ]);
  const ids = rows.map(({ id }) => id);
  const [uses, logos] = await Promise.all([usesOf(db(), ids), logosOf(db(), ids)]);
  return {
    rows: rows.map((row) => ({
      ...row,
      uses: uses.filter((use) => use.mediaId === row.id),
      logos: logos.filter((logo) => logo.mediaId === row.id),
    })),
    total: total?.count ?? 0,
  };
}

/** Everything a text can show, newest first. */
export async function mediaChoices(actor: Actor) {
  ensure(actor, "announcement.list");
  return db()
    .select(choice)
    .from(media)
    .where(isNull(media.removedAt))
    .orderBy(desc(media.createdAt), media.id)
    .limit(500);
}

/** The pictures of the library by their names, newest first; the one that is chosen is always among them. */
export async function pictureChoices(actor: Actor, chosen: string | null) {
  ensure(actor, "announcement.list");
  return db()
    .select({ value: media.id, label: media.name })
    .from(media)
    .where(and(isNull(media.removedAt), eq(media.kind, "image")))
    .orderBy(desc(sql`${media.id} is not distinct from ${chosen}`), desc(media.createdAt), media.id)
    .limit(500);
}

/** The announcements a revision of which shows one of some things, each once, by the latest such title. */
export async function usesOf(query: Queryable, mediaIds: string[]) {
  if (mediaIds.length === 0) return [];
  return query
    .selectDistinctOn([announcementMedia.mediaId, announcementRevisions.announcementId], {
      mediaId: announcementMedia.mediaId,
      id: announcementRevisions.announcementId,
      title: announcementRevisions.title,
      locale: announcementRevisions.locale,
    })
    .from(announcementMedia)
    .innerJoin(announcementRevisions, eq(announcementRevisions.id, announcementMedia.revisionId))
    .where(inArray(announcementMedia.mediaId, mediaIds))
    .orderBy(
      announcementMedia.mediaId,
      announcementRevisions.announcementId,
      asc(announcementRevisions.locale),
      desc(announcementRevisions.number),
    );
}

/** Whose logos some things are: each organisation's with its id, the group's without one. */
export async function logosOf(query: Queryable, mediaIds: string[]) {
  if (mediaIds.length === 0) return [];
  const [own, others] = await Promise.all([
    query
      .select({ mediaId: groups.logoId, organisationId: sql<null>`null`, name: groups.name })
      .from(groups)
      .where(inArray(groups.logoId, mediaIds)),
    query
      .select({ mediaId: organisations.logoId, organisationId: organisations.id, name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.logoId, mediaIds))
      .orderBy(organisations.slug),
  ]);
  return [...own, ...others];
}
