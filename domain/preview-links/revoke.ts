import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { previewLinks } from "@/db/schema/announcement-publishing";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockAnnouncement } from "@/domain/announcements/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RevokePreviewLinkInput } from "./input";

/** Takes a preview link back: it opens nothing from now on. Refuses `already_revoked`. */
export async function revoke(actor: Actor, { id, linkId }: RevokePreviewLinkInput, at = now()) {
  return db().transaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, id);
    ensure(actor, "announcement.preview");
    const own = and(eq(previewLinks.id, linkId), eq(previewLinks.announcementId, id));
    const [link] = await tx.select().from(previewLinks).where(own);
    if (!link) throw new Refusal("not_found");
    if (link.revokedAt) throw new Refusal("already_revoked");
    await tx.update(previewLinks).set({ revokedAt: at }).where(own);
    await record(tx, actor, {
      action: "announcement.preview",
      subject: ["announcement", id],
      eventId: announcement.eventId,
      at,
      details: { language: link.locale, revoked: true },
    });
    return { id: linkId };
  });
}
