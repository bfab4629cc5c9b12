import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { media, mediaVariants } from "@/db/schema/media";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { eraseFiles } from "@/domain/files/erase";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RemoveMediaInput } from "./input";
import { lockMedia } from "./lock";
import { logosOf, usesOf } from "./queries";

/**
 * Takes a thing out of the library and erases its files. Refuses `stale` with theirs, and `media_used` with the texts
 * that show it and those whose logo it is: a text that can no longer be changed would be left with a gap.
 */
export async function remove(actor: Actor, { id, revision }: RemoveMediaInput, at = now()) {
  return db().transaction(async (tx) => {
    const before = await lockMedia(tx, id);
    ensure(actor, "media.remove");
    if (before.revision !== revision) {
      const { name, alt, credit } = before;
      throw new Refusal("stale", {}, { theirs: { revision: before.revision, name, alt, credit } });
    }
    const [uses, logos] = await Promise.all([usesOf(tx, [id]), logosOf(tx, [id])]);
    const used = uses.length + logos.length;
    if (used > 0) throw new Refusal("media_used", { count: used }, { uses, logos });
    const variants = await tx
      .select({ fileId: mediaVariants.fileId })
      .from(mediaVariants)
      .where(eq(mediaVariants.mediaId, id));
    await tx
      .update(media)
      .set({ removedAt: at, revision: revision + 1 })
      .where(eq(media.id, id));
    await eraseFiles(tx, [before.fileId, ...variants.map(({ fileId }) => fileId)], at);
    await record(tx, actor, { action: "media.remove", subject: ["media", id], at });
    return { id };
  });
}
