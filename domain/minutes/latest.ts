import { and, desc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { minutesPublications, minutesRevisions } from "@/db/schema/item-papers";

/** The latest revision of an item's minutes; nothing where none was saved. */
export async function latestMinutes(query: Queryable, itemId: string) {
  const [row] = await query
    .select()
    .from(minutesRevisions)
    .where(eq(minutesRevisions.itemId, itemId))
    .orderBy(desc(minutesRevisions.number))
    .limit(1);
  return row;
}

/** The publication of an item's minutes that stands, with the number of its revision. */
export async function standingPublication(query: Queryable, itemId: string) {
  const [row] = await query
    .select({
      id: minutesPublications.id,
      number: minutesRevisions.number,
      publishedAt: minutesPublications.publishedAt,
      publishedByName: minutesPublications.publishedByName,
    })
    .from(minutesPublications)
    .innerJoin(minutesRevisions, eq(minutesRevisions.id, minutesPublications.revisionId))
    .where(and(eq(minutesPublications.itemId, itemId), isNull(minutesPublications.withdrawnAt)));
  return row;
}
