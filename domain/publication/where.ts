import { type Column, type SQL, sql } from "drizzle-orm";

/** `isPublic` as a condition of a query; a test holds the two to the same answer. */
export function isPublicAt(item: { publicFrom: Column; withdrawnAt?: Column }, at: Date): SQL {
  const from = sql`${item.publicFrom} is not null and ${item.publicFrom} <= ${at.toISOString()}::timestamptz`;
  if (!item.withdrawnAt) return sql`(${from})`;
  return sql`(${from} and (${item.withdrawnAt} is null or ${item.withdrawnAt} > ${at.toISOString()}::timestamptz))`;
}
