import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { pressLinks, pressReads } from "@/db/schema/statement-publishing";
import { statementRevisions, statements } from "@/db/schema/statements";
import { publicAnnouncementsAmong } from "@/domain/announcements/queries";
import { mediaOfRevision } from "@/domain/media/shown";
import { readableStatement } from "@/domain/statements/readable";
import { hashOf } from "@/lib/tokens";
import { embargoedAnnouncement } from "./embargoed-announcement";
import { type PressTarget, pressLinkState } from "./rules";
import { embargoedOf } from "./target";

/**
 * What the holder of a press link reads: the text under embargo, in their language where there is one, and that it was
 * opened is noted. Once the text is public the answer is its address; nothing for a link that was taken back, has ended,
 * or is none of ours, and nothing once the embargo was lifted for good.
 */
export async function openPressLink(token: string, locale: Locale, at: Date) {
  const [link] = await db()
    .select()
    .from(pressLinks)
    .where(eq(pressLinks.tokenHash, hashOf(token)));
  if (!link || link.revokedAt) return undefined;
  const target = targetOf(link);
  const embargoed = await embargoedOf(db(), target, at);
  const shown = embargoed.find((one) => one.locale === locale) ?? embargoed[0];
  if (!shown || pressLinkState(link, at) !== "open") return addressOf(target, locale, at);
  const embargo = { until: shown.publicFrom, zone: shown.zone };
  const head = { recipient: link.recipient, embargo };
  if (target.of === "announcement") {
    await db()
      .insert(pressReads)
      .values({ linkId: link.id, announcementRevisionId: shown.revisionId, readAt: at });
    const announcement = await embargoedAnnouncement(target.id, shown, at);
    return announcement && { ...head, announcement };
  }
  await db().insert(pressReads).values({ linkId: link.id, revisionId: shown.revisionId, readAt: at });
  const [text] = await db()
    .select({
      title: statementRevisions.title,
      paragraphs: statementRevisions.paragraphs,
      locale: statementRevisions.locale,
    })
    .from(statementRevisions)
    .where(eq(statementRevisions.id, shown.revisionId));
  return text && { ...head, text };
}

/** A picture, film or file that an announcement under embargo shows, for who holds an open link to it. */
export async function mediaBehind(token: string, mediaId: string, at: Date) {
  const [link] = await db()
    .select()
    .from(pressLinks)
    .where(eq(pressLinks.tokenHash, hashOf(token)));
  if (!link?.announcementId || pressLinkState(link, at) !== "open") return undefined;
  const embargoed = await embargoedOf(db(), targetOf(link), at);
  for (const { revisionId } of embargoed) {
    const shown = await mediaOfRevision(revisionId, mediaId);
    if (shown) return shown;
  }
  return undefined;
}

function targetOf({ statementId, announcementId }: typeof pressLinks.$inferSelect): PressTarget {
  return statementId
    ? { of: "statement", id: statementId }
    : { of: "announcement", id: announcementId ?? "" };
}

/** Where a text is that is public by now. */
async function addressOf({ of, id }: PressTarget, locale: Locale, at: Date) {
  if (of === "announcement") {
    const [text] = await publicAnnouncementsAmong([id], locale, at);
    return text && { of, slug: text.slug };
  }
  const [row] = await db().select({ slug: statements.slug }).from(statements).where(eq(statements.id, id));
  return row && (await readableStatement(row.slug, locale, at)) ? { of, slug: row.slug } : undefined;
}
