import { isNull, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { memberships } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";

/**
 * The organisations whose membership nobody knows of yet: they have a spell, and none of theirs is public at the
 * moment. Nothing public may name them before.
 */
export async function organisationsUnderEmbargo(query: Queryable, at: Date): Promise<Set<string>> {
  const rows = await query
    .select({ id: memberships.organisationId })
    .from(memberships)
    .where(isNull(memberships.withdrawnAt))
    .groupBy(memberships.organisationId)
    .having(sql`not bool_or(${isPublicAt({ publicFrom: memberships.publicFrom }, at)})`);
  return new Set(rows.map((row) => row.id));
}
