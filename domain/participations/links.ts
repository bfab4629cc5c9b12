import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { participationLinks } from "@/db/schema/participations";
import { env } from "@/lib/env";
import { newToken } from "@/lib/tokens";

/** Writes a fresh personal link to a registration and answers its address. */
export async function writePersonalLink(
  tx: Transaction,
  participationId: string,
  locale: Locale,
): Promise<string> {
  const { token, hash } = newToken();
  await tx.insert(participationLinks).values({ hash, participationId });
  return `${env().BASE_URL}/${locale}/registration/${token}`;
}
