import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type Locale, locales } from "@/db/enums";
import { mails } from "@/db/schema/mails";
import { publicationsOf } from "./lock";

/**
 * Keeps back what subscribers were about to be told of a language that was just taken back, in the transaction that
 * takes it back: the mails of its readers that have not left, and of those who were told in it for want of their own.
 */
export async function untell(
  tx: Transaction,
  announcementId: string,
  taken: Locale,
  at: Date,
): Promise<void> {
  const standing = (await publicationsOf(tx, announcementId)).filter(
    (one) => !one.withdrawnAt || one.withdrawnAt > at,
  );
  const readers = locales.filter(
    (locale) => locale === taken || !standing.some((one) => one.locale === locale),
  );
  await tx
    .update(mails)
    .set({ state: "cancelled", secrets: null })
    .where(
      and(
        eq(mails.aboutKind, "announcement"),
        eq(mails.aboutId, announcementId),
        eq(mails.template, "news"),
        eq(mails.state, "queued"),
        inArray(mails.locale, readers),
      ),
    );
}
