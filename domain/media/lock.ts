import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { media } from "@/db/schema/media";
import { Refusal } from "@/lib/refusal";

/** Locks a thing of the library that is there; texts that begin to show it wait for it. Refuses `not_found`. */
export async function lockMedia(tx: Transaction, id: string) {
  const [row] = await tx
    .select()
    .from(media)
    .where(and(eq(media.id, id), isNull(media.removedAt)))
    .for("update");
  if (!row) throw new Refusal("not_found");
  return row;
}
