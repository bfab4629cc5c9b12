import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { badges } from "@/db/schema/door";
import { history } from "@/db/schema/history";
import { importRows } from "@/db/schema/imports";
import { invitations } from "@/db/schema/invitations";
import { participantLists } from "@/db/schema/lists";
import { mails } from "@/db/schema/mails";
import { participationLinks, participations } from "@/db/schema/participations";
import { erasureRequests } from "@/db/schema/privacy";
import { answers } from "@/db/schema/questions";
import { eraseFiles } from "@/domain/files/erase";

/** Erases everything that names the person of one participation, behind the event's lock. Counts and states stay. */
export async function eraseTraces(
  tx: Transaction,
  { id, eventId }: { id: string; eventId: string },
  at: Date,
): Promise<void> {
  const handedIn = await tx
    .delete(answers)
    .where(eq(answers.participationId, id))
    .returning({ fileId: answers.fileId });
  const [row] = await tx
    .select({ photoId: participations.photoId })
    .from(participations)
    .where(eq(participations.id, id));
  const fileIds = [...handedIn.map((answer) => answer.fileId), row?.photoId ?? null];
  await eraseFiles(
    tx,
    fileIds.filter((file): file is string => file !== null),
    at,
  );
  await tx
    .update(participations)
    .set({
      name: "",
      familyName: "",
      courtesyTitle: "",
      email: null,
      functionalTitle: "",
      organisationName: "",
      stateReason: "",
      overrideReason: "",
      accessNeeds: "",
      dietaryNeeds: "",
      needsErasedAt: at,
      photoId: null,
      personId: null,
      listingConsentedAt: null,
      tags: [],
      externalKey: null,
      updatedAt: at,
      erasedAt: at,
      revision: sql`${participations.revision} + 1`,
    })
    .where(eq(participations.id, id));
  await tx.delete(participationLinks).where(eq(participationLinks.participationId, id));
  await tx.delete(badges).where(eq(badges.participationId, id));
  await eraseMails(tx, and(eq(mails.aboutKind, "participation"), eq(mails.aboutId, id)));
  await eraseReasons(tx, "participation", [id]);
  await tx.update(erasureRequests).set({ refusedReason: "" }).where(eq(erasureRequests.participationId, id));
  await tx.update(importRows).set({ cells: [], remarks: [] }).where(eq(importRows.participationId, id));
  await eraseInvitations(tx, eq(invitations.participationId, id), at);
  // The entry goes from every version: a list once published is still shown.
  await tx
    .update(participantLists)
    .set({
      entries: sql`(select coalesce(jsonb_agg(entry), '[]') from jsonb_array_elements(${participantLists.entries}) entry
        where entry->>'participationId' <> ${id})`,
    })
    .where(eq(participantLists.eventId, eventId));
}

/** Erases the mails and the invitations that went to an address about an event, behind the event's lock. */
export async function eraseAddress(tx: Transaction, eventId: string, email: string, at: Date): Promise<void> {
  await eraseMails(tx, and(eq(mails.eventId, eventId), eq(mails.toAddress, email)));
  await eraseInvitations(tx, and(eq(invitations.eventId, eventId), eq(invitations.email, email)), at);
}

/** Erases the address and the words of mails; one that has not left never will. Answers how many. */
export async function eraseMails(tx: Transaction, which: ReturnType<typeof and>): Promise<number> {
  const erased = await tx
    .update(mails)
    .set({
      toAddress: "",
      toName: "",
      subject: "",
      text: "",
      html: "",
      secrets: null,
      attachments: [],
      // The key may be made of an address.
      idempotencyKey: sql`'erased:' || ${mails.id}`,
      state: sql`case when ${mails.state} in ('queued', 'draft') then 'cancelled'::mail_state else ${mails.state} end`,
    })
    .where(which)
    .returning({ id: mails.id });
  return erased.length;
}

/** Erases the reasons given in the history of participations, invitations and applications; who did what and when stays. Answers how many. */
export async function eraseReasons(
  tx: Transaction,
  kind: "participation" | "invitation" | "accession",
  ids: string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const erased = await tx
    .update(history)
    .set({ reason: "" })
    .where(and(eq(history.subjectKind, kind), inArray(history.subjectId, ids), sql`${history.reason} <> ''`))
    .returning({ id: history.id });
  return erased.length;
}

/**
 * Erases whom invitations went to, and why they kept a seat above the capacity. One that is open is closed: nobody can
 * answer it any more, and the seat it kept is free. Answers how many.
 */
export async function eraseInvitations(
  tx: Transaction,
  which: ReturnType<typeof and>,
  at: Date,
): Promise<number> {
  const erased = await tx
    .update(invitations)
    .set({
      email: sql`'erased-' || ${invitations.id} || '@erased.invalid'`,
      name: "",
      declineReason: "",
      revokedAt: sql`case when num_nonnulls(${invitations.acceptedAt}, ${invitations.declinedAt}, ${invitations.revokedAt}) = 0
        then ${at.toISOString()}::timestamptz else ${invitations.revokedAt} end`,
      erasedAt: at,
    })
    .where(and(which, sql`${invitations.erasedAt} is null`))
    .returning({ id: invitations.id });
  const ids = erased.map((row) => row.id);
  await eraseReasons(tx, "invitation", ids);
  return ids.length;
}
