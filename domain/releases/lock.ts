import { asc, eq } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import { releaseItems } from "@/db/schema/release-items";
import { releases } from "@/db/schema/releases";
import { Refusal } from "@/lib/refusal";
import { releaseState } from "./rules";

export type ReleaseRow = typeof releases.$inferSelect;
export type ItemRow = typeof releaseItems.$inferSelect;

/** Locks a release's row: whoever carries it out, changes it or calls it off waits here. Refuses `not_found`. */
export async function lockRelease(tx: Transaction, id: string): Promise<ReleaseRow> {
  const [row] = await tx.select().from(releases).where(eq(releases.id, id)).for("update");
  if (!row) throw new Refusal("not_found");
  return row;
}

/** The things of a release, in the order in which they are shown. */
export async function itemsOf(query: Queryable, releaseId: string): Promise<ItemRow[]> {
  return query
    .select()
    .from(releaseItems)
    .where(eq(releaseItems.releaseId, releaseId))
    .orderBy(asc(releaseItems.position), asc(releaseItems.addedAt), releaseItems.id);
}

/** Refuses `stale` where a release is no longer what was seen. */
export function ensureSeen(release: ReleaseRow, revision: number) {
  if (release.revision !== revision) throw new Refusal("stale", {}, { theirs: { title: release.title } });
}

/** Refuses `release_not_draft` where a release is scheduled, out, or called off: what it holds is fixed then. */
export function ensureDraft(release: ReleaseRow, at: Date) {
  if (releaseState(release, at) !== "draft") throw new Refusal("release_not_draft");
}

/** Raises the revision of a release whose things were changed, in the transaction that holds its lock. */
export async function touch(tx: Transaction, release: ReleaseRow, set: Partial<ReleaseRow> = {}) {
  const revision = release.revision + 1;
  // What stood in the way when it was last tried was found in what it held then.
  await tx
    .update(releases)
    .set({ obstacles: null, failedAt: null, alarmedAt: null, ...set, revision })
    .where(eq(releases.id, release.id));
  return { id: release.id, revision };
}
