import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { Refusal } from "@/lib/refusal";
import { ownerOf } from "./find";

/**
 * Refuses `slug_taken` where an address is another announcement's or once was, in whatever language: a page is followed
 * into the other language by its address. Whoever gives out addresses waits for each other here until they are done,
 * since no index knows both the addresses of announcements and those of their languages.
 */
export async function reserve(tx: Transaction, slug: string, announcementId: string | undefined) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('announcement addresses'))`);
  const owner = await ownerOf(tx, slug);
  if (owner !== undefined && owner !== announcementId) throw new Refusal("slug_taken");
}
