import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { announcementPublications } from "@/db/schema/announcements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawInput } from "./input";
import { withdrawIn } from "./withdraw-in";

/**
 * Takes one language back from the public, or lifts its embargo for good, with the reason. Before the instant, spells
 * that no other announcement makes public go back to being unknown. After it they stay public unless the text came too
 * early: that somebody is a member is a fact of its own, which is withdrawn in the directory if it was wrong. Refuses
 * `withdrawn`, `leads_nowhere`, `leads_in_a_circle`.
 */
export async function withdraw(
  actor: Actor,
  { id, kind = "error", ...withdrawal }: WithdrawInput,
  at = now(),
) {
  return db().transaction(async (tx) => {
    ensure(actor, "announcement.withdraw");
    const own = and(
      eq(announcementPublications.id, withdrawal.publicationId),
      eq(announcementPublications.announcementId, id),
    );
    const [publication] = await tx.select().from(announcementPublications).where(own);
    if (!publication) throw new Refusal("not_found");
    const { memberships } = await withdrawIn(tx, actor, { ...withdrawal, kind }, at);
    return { id: withdrawal.publicationId, memberships };
  });
}
