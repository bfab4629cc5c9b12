import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { invitations } from "@/db/schema/invitations";
import { mails } from "@/db/schema/mails";
import { env } from "@/lib/env";
import { newToken } from "@/lib/tokens";

/** Where somebody answers who holds the token of an invitation. */
export function invitationAddress(locale: Locale, token: string): string {
  return `${env().BASE_URL}/${locale}/invitation/${token}`;
}

/**
 * Gives an invitation a fresh link for a reminder, counts the reminder, and answers the token and the row as it is now.
 * The link it had before stops working; mails that carry it and have not left do not leave.
 */
export async function renewLink(tx: Transaction, id: string, at: Date) {
  const { token, hash } = newToken();
  await stopMails(tx, id);
  const [row] = await tx
    .update(invitations)
    .set({ tokenHash: hash, remindedAt: at, reminders: sql`${invitations.reminders} + 1` })
    .where(eq(invitations.id, id))
    .returning();
  if (!row) throw new Error("an invitation vanished while it was reminded of");
  return { token, row };
}

/** Stops the mails of an invitation that have not left: their link works no more. */
export async function stopMails(tx: Transaction, id: string) {
  await tx
    .update(mails)
    .set({ state: "cancelled", secrets: null })
    .where(and(eq(mails.aboutKind, "invitation"), eq(mails.aboutId, id), eq(mails.state, "queued")));
}
