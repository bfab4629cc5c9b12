import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { invitations } from "@/db/schema/invitations";
import { env } from "@/lib/env";
import { newToken } from "@/lib/tokens";

/** Gives an invitation a fresh link for a reminder, and answers its address; the link it had before stops working. */
export async function writeInvitationLink(tx: Transaction, id: string, locale: Locale, at: Date) {
  const { token, hash } = newToken();
  await tx
    .update(invitations)
    .set({ tokenHash: hash, remindedAt: at, reminders: sql`${invitations.reminders} + 1` })
    .where(eq(invitations.id, id));
  return `${env().BASE_URL}/${locale}/invitation/${token}`;
}
