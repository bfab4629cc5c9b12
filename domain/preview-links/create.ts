import { db } from "@/db/client";
import { previewLinks } from "@/db/schema/announcement-publishing";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { latestEdition, lockAnnouncement } from "@/domain/announcements/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/refusal";
import { newToken } from "@/lib/tokens";
import type { CreatePreviewLinkInput } from "./input";

const day = 24 * 60 * 60 * 1000;

/**
 * Makes a link by which somebody without an account reads the latest text of one language as it will be. It is told once,
 * to who makes it, and kept nowhere. Refuses `no_source` where the language has no text.
 */
export async function create(actor: Actor, { id, locale, note, days }: CreatePreviewLinkInput, at = now()) {
  return db().transaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, id);
    ensure(actor, "announcement.preview");
    if (!(await latestEdition(tx, id, locale))) throw new Refusal("no_source");
    const { token, hash } = newToken();
    await tx.insert(previewLinks).values({
      announcementId: id,
      locale,
      note,
      tokenHash: hash,
      createdAt: at,
      createdBy: actorName(actor),
      expiresAt: new Date(at.getTime() + days * day),
    });
    await record(tx, actor, {
      action: "announcement.preview",
      subject: ["announcement", id],
      eventId: announcement.eventId,
      at,
      details: { language: locale, days },
    });
    return { token, url: `${env().BASE_URL}/${locale}/preview/${token}` };
  });
}
