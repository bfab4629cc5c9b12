import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { media } from "@/db/schema/media";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { DescribeMediaInput } from "./input";
import { lockMedia } from "./lock";

/**
 * Says what a thing of the library is called, what it shows in each language and whose it is: what a text begins with
 * that takes it up from now on; what already shows it has words of its own. Refuses `stale` with theirs.
 */
export async function describe(actor: Actor, { id, revision, ...facts }: DescribeMediaInput, at = now()) {
  return db().transaction(async (tx) => {
    const before = await lockMedia(tx, id);
    ensure(actor, "media.add");
    if (before.revision !== revision) {
      const { name, alt, credit } = before;
      throw new Refusal("stale", {}, { theirs: { revision: before.revision, name, alt, credit } });
    }
    await tx
      .update(media)
      .set({ ...facts, revision: revision + 1 })
      .where(eq(media.id, id));
    const fields = (["name", "alt", "credit"] as const).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(facts[field]),
    );
    await record(tx, actor, { action: "media.add", subject: ["media", id], at, details: { fields } });
    return { revision: revision + 1 };
  });
}
