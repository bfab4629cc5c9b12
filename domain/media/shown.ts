import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementAddresses, announcementMedia } from "@/db/schema/announcement-publishing";
import { announcementPublications, announcements } from "@/db/schema/announcements";
import { files } from "@/db/schema/files";
import { media, mediaVariants } from "@/db/schema/media";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { isPublicAt } from "@/domain/publication/where";

/** A thing of the library with its file in every size; of what is no picture there is one. */
export type Shown = NonNullable<Awaited<ReturnType<typeof sizesOf>>>;

/**
 * A picture, film or file as an announcement shows it at a moment: nothing where no language that is public then shows
 * it. The public's: asks for no right.
 */
export async function shownMedia(announcementId: string, mediaId: string, at: Date) {
  const [use] = await db()
    .select({ one: sql`1` })
    .from(announcementMedia)
    .innerJoin(
      announcementPublications,
      eq(announcementPublications.revisionId, announcementMedia.revisionId),
    )
    .where(
      and(
        eq(announcementPublications.announcementId, announcementId),
        eq(announcementMedia.mediaId, mediaId),
        isPublicAt(announcementPublications, at),
      ),
    )
    .limit(1);
  return use && sizesOf(mediaId);
}

/** The same, by an address of the announcement in a language, present or former. */
export async function shownMediaAt(
  { slug, locale, mediaId }: { slug: string; locale: Locale; mediaId: string },
  at: Date,
) {
  const named = await db()
    .select({ id: announcements.id })
    .from(announcements)
    .where(eq(announcements.slug, slug))
    .union(
      db()
        .select({ id: announcementAddresses.announcementId })
        .from(announcementAddresses)
        .where(and(eq(announcementAddresses.slug, slug), eq(announcementAddresses.locale, locale))),
    );
  for (const { id } of named) {
    const shown = await shownMedia(id, mediaId, at);
    if (shown) return shown;
  }
  return undefined;
}

/** The logo of a member, by the address of its page: nothing where it has no page at the moment, or another logo. */
export async function shownLogo({ slug, mediaId }: { slug: string; mediaId: string }, at: Date) {
  const [member] = await db()
    .select({ one: sql`1` })
    .from(organisations)
    .innerJoin(memberships, eq(memberships.organisationId, organisations.id))
    .where(and(eq(organisations.slug, slug), eq(organisations.logoId, mediaId), isPublicAt(memberships, at)))
    .limit(1);
  return member && sizesOf(mediaId);
}

/** What one revision shows; whoever asks has found out that it may be read. */
export async function mediaOfRevision(revisionId: string, mediaId: string) {
  const [use] = await db()
    .select({ one: sql`1` })
    .from(announcementMedia)
    .where(and(eq(announcementMedia.revisionId, revisionId), eq(announcementMedia.mediaId, mediaId)));
  return use && sizesOf(mediaId);
}

/** A thing of the library for whoever writes texts; nothing for everybody else. */
export async function libraryMedia(actor: Actor, mediaId: string) {
  return can(actor, "announcement.list") ? sizesOf(mediaId) : undefined;
}

const size = { fileId: files.id, name: files.name, contentType: files.contentType, size: files.size };
const more = { sha256: files.sha256, store: files.store, erasedAt: files.erasedAt };

async function sizesOf(id: string) {
  const there = and(eq(media.id, id), isNull(media.removedAt), isNull(files.erasedAt));
  const [[whole], variants] = await Promise.all([
    db()
      .select({ id: media.id, kind: media.kind, width: media.width, ...size, ...more })
      .from(media)
      .innerJoin(files, eq(files.id, media.fileId))
      .where(there),
    db()
      .select({ width: mediaVariants.width, ...size, ...more })
      .from(mediaVariants)
      .innerJoin(media, eq(media.id, mediaVariants.mediaId))
      .innerJoin(files, eq(files.id, mediaVariants.fileId))
      .where(there),
  ]);
  if (!whole) return undefined;
  const { id: mediaId, kind, ...file } = whole;
  return { id: mediaId, kind, sizes: [file, ...variants] };
}
