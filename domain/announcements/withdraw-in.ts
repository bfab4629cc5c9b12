import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { UnpublishReason } from "@/db/enums";
import { announcementPublications } from "@/db/schema/announcements";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { Refusal } from "@/lib/refusal";
import { lockAnnouncement } from "./lock";
import { boundSpells, settleSpells } from "./spells";

type Withdrawal = {
  publicationId: string;
  kind: UnpublishReason;
  reason: string;
  leadsToId?: string | null;
};

/**
 * Takes one language back from the public, or lifts its embargo for good, as part of a transaction. Refuses
 * `not_found`, `withdrawn`.
 */
export async function withdrawIn(
  tx: Transaction,
  actor: Actor,
  { publicationId, kind, reason, leadsToId = null }: Withdrawal,
  at: Date,
) {
  const isIt = eq(announcementPublications.id, publicationId);
  const [known] = await tx
    .select({ announcementId: announcementPublications.announcementId })
    .from(announcementPublications)
    .where(isIt);
  if (!known) throw new Refusal("not_found");
  const announcement = await lockAnnouncement(tx, known.announcementId);
  ensure(actor, "announcement.withdraw");
  const [publication] = await tx.select().from(announcementPublications).where(isIt);
  if (!publication || publication.withdrawnAt) throw new Refusal("withdrawn");
  await tx
    .update(announcementPublications)
    .set({
      withdrawnAt: at,
      withdrawnBy: actorId(actor),
      withdrawalReason: reason,
      withdrawalKind: kind,
      leadsToId: kind === "merged" || kind === "error" ? leadsToId : null,
    })
    .where(isIt);
  const memberships =
    announcement.kind === "new_member"
      ? await settleSpells(tx, await boundSpells(tx, announcement.id), at)
      : 0;
  await record(tx, actor, {
    action: "announcement.withdraw",
    subject: ["announcement", announcement.id],
    eventId: announcement.eventId,
    at,
    reason,
    details: { language: publication.locale, kind, memberships },
  });
  return { memberships };
}
