import { count, eq, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { importRows } from "@/db/schema/imports";
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
