import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ConsentKind, Locale } from "@/db/enums";
import { consents } from "@/db/schema/privacy";
import { words } from "@/lib/i18n/words";

/** The words somebody agrees to, as the form prints them. */
function wordsOf(kind: ConsentKind, locale: Locale): string {
  const t = words(locale, "registration");
  return kind === "listing" ? `${t("listed")} ${t("listedHelp")}` : t("privacy");
}

/**
 * Keeps a consent with the words it was given to and the moment, in the transaction of the deed; given again it stays
 * the first one. Not given, the one that stands is taken back.
 */
export async function keepConsent(
  tx: Transaction,
  participationId: string,
  consent: { kind: ConsentKind; given: boolean; locale: Locale },
  at: Date,
): Promise<void> {
  const standing = and(
    eq(consents.participationId, participationId),
    eq(consents.kind, consent.kind),
    isNull(consents.withdrawnAt),
  );
  if (!consent.given) {
    await tx.update(consents).set({ withdrawnAt: at }).where(standing);
    return;
  }
  const [found] = await tx.select({ id: consents.id }).from(consents).where(standing);
  if (found) return;
  const { kind, locale } = consent;
  await tx
    .insert(consents)
    .values({ participationId, kind, locale, text: wordsOf(kind, locale), givenAt: at });
}
