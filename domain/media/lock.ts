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

/** Holds a picture of the library that begins to be a logo, so that it is not taken out. Refuses `no_such_media`. */
export async function holdPicture(tx: Transaction, id: string) {
  const [row] = await tx
    .select({ id: media.id })
    .from(media)
    .where(and(eq(media.id, id), eq(media.kind, "image"), isNull(media.removedAt)))
    .for("share");
  if (!row) throw new Refusal("no_such_media");
}
