import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { announcementPublications } from "@/db/schema/announcements";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawInput } from "./input";
import { lockAnnouncement } from "./lock";
import { boundSpells, settleSpells } from "./spells";
import { untell } from "./untell";

/**
 * Takes one language back from the public, or lifts its embargo for good, with the reason. Before the instant, spells
 * that no other announcement makes public go back to being unknown. After it they stay public: that somebody is a
 * member is a fact of its own, which is withdrawn in the directory if it was wrong. Refuses `withdrawn`.
 */
export async function withdraw(actor: Actor, { id, publicationId, reason }: WithdrawInput, at = now()) {
  return db().transaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, id);
    ensure(actor, "announcement.withdraw");
    const [publication] = await tx
      .select()
      .from(announcementPublications)
      .where(
        and(eq(announcementPublications.id, publicationId), eq(announcementPublications.announcementId, id)),
      );
    if (!publication) throw new Refusal("not_found");
    if (publication.withdrawnAt) throw new Refusal("withdrawn");
    await tx
      .update(announcementPublications)
      .set({ withdrawnAt: at, withdrawnBy: actorId(actor), withdrawalReason: reason })
      .where(eq(announcementPublications.id, publicationId));
    await untell(tx, id, publication.locale, at);
    const memberships =
      announcement.kind === "new_member" ? await settleSpells(tx, await boundSpells(tx, id), at) : 0;
    await record(tx, actor, {
      action: "announcement.withdraw",
      subject: ["announcement", id],
      eventId: announcement.eventId,
      at,
      reason,
      details: { language: publication.locale, memberships },
    });
    return { id: publicationId, memberships };
  });
}
