import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { UnpublishReason } from "@/db/enums";
import { announcementPublications, announcements } from "@/db/schema/announcements";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { ledToFrom } from "@/domain/publication/editions/rules";
import { isPublicAt } from "@/domain/publication/where";
import { notify } from "@/domain/webhooks/notify";
import { Refusal } from "@/lib/refusal";
import { publicationsOf } from "./lock";
import { boundSpells, settleSpells } from "./spells";
import { untell } from "./untell";

export type Withdrawal = {
  publicationId: string;
  kind: UnpublishReason;
  reason: string;
  leadsToId?: string | null;
};

/**
 * Takes one language back from the public, or lifts its embargo for good, as part of a transaction: in error (it is
 * gone, or leads elsewhere), too early (as if it never was, nor the memberships it made public), merged (it leads to
 * another announcement), withdrawn (it stays readable with a notice). A text that was to give way to one whose embargo
 * is lifted stays. Refuses `not_found`, `withdrawn`, `leads_nowhere` where it would lead to what is not public,
 * `leads_in_a_circle`.
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
  const leads = kind === "merged" || kind === "error" ? leadsToId : null;
  const announcement = await lockBoth(tx, known.announcementId, leads);
  ensure(actor, "announcement.withdraw");
  const publications = await publicationsOf(tx, announcement.id);
  const publication = publications.find((one) => one.id === publicationId);
  if (!publication || (publication.withdrawnAt && publication.withdrawnAt <= at)) {
    throw new Refusal("withdrawn");
  }
  if (kind === "merged" && !leads) throw new Refusal("leads_nowhere");
  if (leads) await ensureLeadsSomewhere(tx, announcement.id, leads, at);
  await tx
    .update(announcementPublications)
    .set({
      withdrawnAt: at,
      withdrawnBy: actorId(actor),
      withdrawalReason: reason,
      withdrawalKind: kind,
      leadsToId: leads,
    })
    .where(isIt);
  if (publication.publicFrom > at) await keepBefore(tx, publication, at);
  await notify(
    tx,
    "announcement.withdrawn",
    { subject: ["announcement", announcement.id], key: publicationId },
    at,
  );
  await untell(tx, announcement.id, publication.locale, at);
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

/** Locks the announcement and the one it will lead to, always in the same order: two that lead to each other meet here. */
async function lockBoth(tx: Transaction, id: string, leadsToId: string | null) {
  const rows = await tx
    .select()
    .from(announcements)
    .where(inArray(announcements.id, [id, ...(leadsToId ? [leadsToId] : [])]))
    .orderBy(announcements.id)
    .for("update");
  const announcement = rows.find((row) => row.id === id);
  if (!announcement) throw new Refusal("not_found");
  return announcement;
}

async function ensureLeadsSomewhere(tx: Transaction, id: string, leadsToId: string, at: Date) {
  const shown = await tx
    .select({ id: announcementPublications.id })
    .from(announcementPublications)
    .where(
      and(eq(announcementPublications.announcementId, leadsToId), isPublicAt(announcementPublications, at)),
    );
  if (leadsToId !== id && shown.length === 0) throw new Refusal("leads_nowhere");
  const links = await leadsOf(tx, at);
  if (ledToFrom(links, leadsToId).has(id)) throw new Refusal("leads_in_a_circle");
}

/** Where each language of each announcement leads that is not public: by what was taken back last. */
async function leadsOf(tx: Transaction, at: Date) {
  const { announcementId, locale, leadsToId, publicFrom, withdrawnAt } = announcementPublications;
  const moment = sql`${at.toISOString()}::timestamptz`;
  return tx
    .selectDistinctOn([announcementId, locale], { from: announcementId, to: leadsToId })
    .from(announcementPublications)
    .where(sql`${publicFrom} <= ${moment} and (${withdrawnAt} is null or ${withdrawnAt} > ${publicFrom})`)
    .orderBy(announcementId, locale, sql`${withdrawnAt} desc nulls first`);
}

/** The text that was to give way at the instant that does not come stays as it is. */
async function keepBefore(
  tx: Transaction,
  { announcementId, locale, publicFrom }: typeof announcementPublications.$inferSelect,
  at: Date,
) {
  const before = and(
    eq(announcementPublications.announcementId, announcementId),
    eq(announcementPublications.locale, locale),
    eq(announcementPublications.withdrawnAt, publicFrom),
    isPublicAt(announcementPublications, at),
  );
  await tx
    .update(announcementPublications)
    .set({ withdrawnAt: null, withdrawnBy: null, withdrawalReason: "" })
    .where(before);
}
