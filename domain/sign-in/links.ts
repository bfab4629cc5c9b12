import { createHash } from "node:crypto";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { verificationTokens } from "@/db/schema/users";
import { env } from "@/lib/env";
import { newToken } from "@/lib/tokens";

/** How long a sign-in link lives: ten minutes (ASVS 6.5.5). */
export const linkMinutes = 10;

/**
 * Writes a single-use sign-in token for an address and answers the link: always on the configured base address, and to
 * a page with a button, because programs that read mail fetch links and must not use them up.
 */
export async function writeLink(
  tx: Transaction,
  email: string,
  locale: Locale,
  next: string,
  at: Date,
): Promise<string> {
  const { token } = newToken();
  await tx.insert(verificationTokens).values({
    identifier: email,
    token: hashForSignIn(token),
    expires: new Date(at.getTime() + linkMinutes * 60_000),
  });
  const link = new URL(`/${locale}/sign-in/link`, env().BASE_URL);
  link.search = new URLSearchParams({ email, token, next }).toString();
  return link.toString();
}

/** The hash under which next-auth 4 looks a token up. */
function hashForSignIn(token: string) {
  return createHash("sha256").update(`${token}${env().AUTH_SECRET}`).digest("hex");
}
