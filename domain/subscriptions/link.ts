import { eq } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/refusal";
import { derivedId, derivedToken, hashOf } from "@/lib/tokens";

const purpose = "subscription";

/** The secret part of a subscription's link: written into every mail, and kept nowhere. */
export const linkOf = (id: string) => derivedToken(env().AUTH_SECRET, purpose, id);

/** The headers by which a mail program ends the subscription in one step (RFC 8058), filled in at delivery. */
export const oneClick = () => ({
  "List-Unsubscribe": `<${env().BASE_URL}/api/unsubscribe/{{token}}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** What is filled into a mail to a subscriber: its page, and the token of the headers. */
export function secretsOf({ id, locale }: { id: string; locale: string }) {
  const token = linkOf(id);
  return { token, link: `${env().BASE_URL}/${locale}/subscription/${token}` };
}

/**
 * The subscription a link belongs to. One that was mailed before the secret of this installation was changed still
 * ends it: its hash is kept beside the row.
 */
export async function byLink(query: Queryable, link: string) {
  const found = derivedId(env().AUTH_SECRET, purpose, link);
  if (!found) return undefined;
  const [row] = await query.select().from(subscriptions).where(eq(subscriptions.id, found.id));
  return row && (found.sealed || row.tokenHash === hashOf(link)) ? row : undefined;
}

/** Locks the subscription a link belongs to. Refuses `not_found`, also where it has ended. */
export async function lockByLink(tx: Transaction, link: string) {
  const known = await byLink(tx, link);
  if (!known) throw new Refusal("not_found");
  const [row] = await tx.select().from(subscriptions).where(eq(subscriptions.id, known.id)).for("update");
  if (!row || row.endedAt) throw new Refusal("not_found");
  return row;
}
