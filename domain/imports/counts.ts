import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";
import { participations } from "@/db/schema/participations";
import { type ImportResult, importResults } from "./rules";

/** How many rows come to what. Of those with a warning, `warningNew` are about somebody new. */
export type ImportCounts = Record<ImportResult, number> & { warningNew: number };

export async function countsOf(query: Queryable, importId: string): Promise<ImportCounts> {
  const rows = await query
    .select({
      result: importRows.result,
      all: count(),
      strangers: sql<number>`(count(*) filter (where ${importRows.participationId} is null))::int`,
    })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .groupBy(importRows.result);
  const of = (result: string) => rows.find((row) => row.result === result);
  const counts = Object.fromEntries(importResults.map((result) => [result, of(result)?.all ?? 0]));
  return { ...(counts as Record<ImportResult, number>), warningNew: of("warning")?.strangers ?? 0 };
}

/**
 * How many people an import has added and changed so far. A row with a warning added somebody if they came in by a list
 * since the import began; whoever had left is neither.
 */
export async function doneBy(
  query: Queryable,
  importId: string,
): Promise<{ added: number; changed: number }> {
  const gone = sql`'row:left' = any(${importRows.remarks})`;
  const fresh = sql`${importRows.result} = 'new' or (${importRows.result} = 'warning' and not ${gone}
    and ${participations.source} = 'import' and ${participations.createdAt} >= ${imports.startedAt})`;
  const [found] = await query
    .select({
      added: sql<number>`(count(*) filter (where ${fresh}))::int`,
      changed: sql<number>`(count(*) filter (where not (${fresh}) and not ${gone}))::int`,
    })
    .from(importRows)
    .innerJoin(imports, eq(imports.id, importRows.importId))
    .innerJoin(participations, eq(participations.id, importRows.participationId))
    .where(and(eq(importRows.importId, importId), inArray(importRows.result, ["new", "update", "warning"])));
  return found ?? { added: 0, changed: 0 };
}
