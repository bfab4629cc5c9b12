import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { consents } from "@/db/schema/privacy";
import { words } from "@/lib/i18n/words";

type Said = { participationId: string; given: boolean; locale: Locale };

/**
 * Keeps what a list says of people's consent to stand on the public list of participants: its words are that the list
 * said so. One that stands is taken back where the list says no.
 */
export async function keepConsents(tx: Transaction, list: { fileName: string }, said: Said[], at: Date) {
  if (said.length === 0) return;
  await tx
    .update(consents)
    .set({ withdrawnAt: at })
    .where(
      and(
        inArray(
          consents.participationId,
          said.map(({ participationId }) => participationId),
        ),
        eq(consents.kind, "listing"),
        isNull(consents.withdrawnAt),
      ),
    );
  const given = said.filter((one) => one.given);
  if (given.length === 0) return;
  await tx.insert(consents).values(
    given.map(({ participationId, locale }) => ({
      participationId,
      kind: "listing" as const,
      text: words(locale, "imports")("consent", { file: list.fileName }),
      locale,
      givenAt: at,
    })),
  );
}
