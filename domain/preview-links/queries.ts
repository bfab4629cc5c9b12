import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { previewLinks } from "@/db/schema/announcement-publishing";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { publicationsOf } from "@/domain/announcements/lock";
import { wholeAnnouncement, wholeEditions } from "@/domain/announcements/organizer-queries";
import { publicAnnouncement } from "@/domain/announcements/queries";
import { hashOf } from "@/lib/tokens";
import { previewLinkState } from "./rules";

/** The preview links of an announcement, latest first, each with whether it opens; nothing for who may give none. */
export async function previewLinksOf(actor: Actor, announcementId: string, at: Date) {
  if (!can(actor, "announcement.preview")) return [];
  const [rows, publications] = await Promise.all([
    db()
      .select({
        id: previewLinks.id,
        locale: previewLinks.locale,
        note: previewLinks.note,
        createdAt: previewLinks.createdAt,
        createdBy: previewLinks.createdBy,
        expiresAt: previewLinks.expiresAt,
        revokedAt: previewLinks.revokedAt,
      })
      .from(previewLinks)
      .where(eq(previewLinks.announcementId, announcementId))
      .orderBy(desc(previewLinks.createdAt), previewLinks.id),
    publicationsOf(db(), announcementId),
  ]);
  return rows.map((row) => ({
    ...row,
    state: previewLinkState(
      row,
      publications.filter((one) => one.locale === row.locale),
      at,
    ),
  }));
}

/**
 * What the holder of a preview link reads: the latest text of its language. Once the language is public the answer is its
 * address; nothing for a link that was taken back, has ended, or is none of ours.
 */
export async function openPreviewLink(token: string, at: Date) {
  const [link] = await db()
    .select()
    .from(previewLinks)
    .where(eq(previewLinks.tokenHash, hashOf(token)));
  if (!link || link.revokedAt || link.expiresAt <= at) return undefined;
  const { announcementId, locale, expiresAt } = link;
  const announcement = await wholeAnnouncement(announcementId);
  const publications = announcement.publications.filter((one) => one.locale === locale);
  if (previewLinkState(link, publications, at) !== "open") {
    const text = await publicAnnouncement(announcement.slug, locale, at);
    return text?.locale === locale ? { slug: text.slug, locale } : undefined;
  }
  const { editions, speakers, shown } = await wholeEditions(announcementId, [
    announcement.latest[locale]?.id,
  ]);
  const [edition] = editions;
  return edition && { announcement, edition, speakers, shown, expiresAt };
}
