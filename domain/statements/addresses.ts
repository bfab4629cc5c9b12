import { and, eq, lte } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { statementSlugs } from "@/db/schema/statement-publishing";
import { statementPublications } from "@/db/schema/statements";
import { Refusal } from "@/lib/refusal";

/**
 * Refuses `slug_taken` where an address once was another statement's. Asked after the address was written: whoever
 * leaves an address and whoever takes it meet at the unique index of present ones.
 */
export async function ensureFree(tx: Transaction, slug: string, statementId: string) {
  const [once] = await tx.select().from(statementSlugs).where(eq(statementSlugs.slug, slug));
  if (once && once.statementId !== statementId) throw new Refusal("slug_taken");
}

/**
 * Keeps the address a statement leaves, where it was ever public at it: it leads to the present one for good. One that
 * it comes back to is its present one again.
 */
export async function keepAddress(
  tx: Transaction,
  statementId: string,
  { from, to }: { from: string; to: string },
  at: Date,
) {
  if (from === to) return;
  await tx
    .delete(statementSlugs)
    .where(and(eq(statementSlugs.slug, to), eq(statementSlugs.statementId, statementId)));
  const [shown] = await tx
    .select({ id: statementPublications.id })
    .from(statementPublications)
    .where(and(eq(statementPublications.statementId, statementId), lte(statementPublications.publicFrom, at)))
    .limit(1);
  if (shown) await tx.insert(statementSlugs).values({ slug: from, statementId, since: at });
}
