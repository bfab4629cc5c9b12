import { and, eq, inArray, isNotNull, lte, ne, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { pressLinks } from "@/db/schema/statement-publishing";
import { eraseMails } from "@/domain/privacy/erase-traces";

/** Erases where ended press links were sent, and the mails that carried them. Answers how many. */
export async function erasePressAddresses(tx: Transaction, at: Date): Promise<number> {
  const ended = await tx
    .update(pressLinks)
    .set({ email: "" })
    .where(and(ne(pressLinks.email, ""), or(isNotNull(pressLinks.revokedAt), lte(pressLinks.expiresAt, at))))
    .returning({ id: pressLinks.id });
  if (ended.length === 0) return 0;
  const keys = ended.map((one) => `press-link:${one.id}`);
  await eraseMails(tx, and(eq(mails.template, "press-link"), inArray(mails.idempotencyKey, keys)));
  return ended.length;
}
